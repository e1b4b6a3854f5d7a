package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderParties.Part;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Foundings;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small county made through the doors, and the steps of an order's life in it. Each {@link #county} is another one.
 */
@TestComponent
public class OrdersWorld {

    /** A Tuesday at ten in Tancheng. */
    public static final Instant NOW = Instant.parse("2026-06-16T02:00:00Z");

    public static final String NEED = "canary-need";
    public static final String RECIPIENT = "canary-recipient";
    public static final String PHONE = "canary-phone";
    public static final String ADDRESS = "canary-address";

    /** Sounds like a village: who is there, and what can be ordered. */
    public record Cast(
            CountyId county,
            UnitId center,
            UnitId institute,
            UnitId station,
            UnitId sister,
            Actor resident,
            Actor clerk,
            Actor sisterClerk,
            Actor dispatcher,
            Actor centerDispatcher,
            Actor leader,
            Actor volunteer,
            Actor stranger,
            ProjectId haircut,
            ProjectId opera,
            ProjectId counselling) {}

    private static final String MENU = """
            code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous,confidential
            SH01,生活,上门理发,理发,60,1,on_site,,no,no
            WH01,文化,听京剧,戏曲,90,2,on_site,,no,no
            XL01,心理,心理咨询,心理,60,1,on_site,,no,yes
            """;

    private final Foundings foundings;
    private final UnitChanges units;
    private final Staff staff;
    private final Persons persons;
    private final Menu menu;
    private final Orders orders;
    private final Review review;
    private final OrderProgress progress;
    private final OrderParties parties;
    private final OrderRows rows;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final AppClock clock;

    OrdersWorld(
            Foundings foundings,
            UnitChanges units,
            Staff staff,
            Persons persons,
            Menu menu,
            Orders orders,
            Review review,
            OrderProgress progress,
            OrderParties parties,
            OrderRows rows,
            Transactions transactions,
            JdbcClient jdbc,
            AppClock clock) {
        this.foundings = foundings;
        this.units = units;
        this.staff = staff;
        this.persons = persons;
        this.menu = menu;
        this.orders = orders;
        this.review = review;
        this.progress = progress;
        this.parties = parties;
        this.rows = rows;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Cast county() {
        var county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        var administrator = county.actor();
        menu.importCsv(administrator, MENU).orThrow();
        var institute =
                units.open(administrator, county.center(), NewUnit.named("马头镇")).orThrow();
        var station = units.open(administrator, institute, NewUnit.named("高册村")).orThrow();
        var sister = units.open(administrator, institute, NewUnit.named("采莲湖村")).orThrow();
        return new Cast(
                county.county(),
                county.center(),
                institute,
                station,
                sister,
                somebody(county.county()),
                TestCounty.staff(county, persons, staff, new Post(station, Role.CLERK)),
                TestCounty.staff(county, persons, staff, new Post(sister, Role.CLERK)),
                TestCounty.staff(county, persons, staff, new Post(institute, Role.DISPATCHER)),
                TestCounty.staff(county, persons, staff, new Post(county.center(), Role.DISPATCHER)),
                somebody(county.county()),
                somebody(county.county()),
                somebody(county.county()),
                project(county.county(), "SH01"),
                project(county.county(), "WH01"),
                project(county.county(), "XL01"));
    }

    public Actor somebody(CountyId county) {
        var person = persons.register(county, "Li Xiuying", TestCounty.phone()).orThrow();
        return Actor.withoutPosts(county, person);
    }

    private ProjectId project(CountyId county, String code) {
        return menu.categories(county).stream()
                .flatMap(category -> category.projects().stream())
                .filter(project -> project.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    public <T> T at(Instant time, Supplier<T> work) {
        return clock.at(time, work);
    }

    public OrderId placed(Cast cast, @Nullable ProjectId project) {
        return placed(cast, project, cast.resident(), false);
    }

    public OrderId placed(Cast cast, @Nullable ProjectId project, Actor requester, boolean urgent) {
        var need = new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                cast.station(),
                project,
                NEED,
                RECIPIENT,
                PHONE,
                ADDRESS,
                null,
                window(),
                urgent,
                null,
                null);
        return at(NOW, () -> orders.place(requester, need)).orThrow();
    }

    /** Three days from now, for two hours. */
    public static Slot window() {
        var from = NOW.plus(Duration.ofDays(3));
        return new Slot(from, from.plus(Duration.ofHours(2)));
    }

    public int version(Cast cast, OrderId order) {
        return rows.find(cast.county(), order).orElseThrow().facts().version();
    }

    public State state(Cast cast, OrderId order) {
        return rows.find(cast.county(), order).orElseThrow().state();
    }

    public OrderId approved(Cast cast, @Nullable ProjectId project) {
        var order = placed(cast, project);
        at(NOW, () -> review.approve(cast.clerk(), order, 1, project)).orThrow();
        return order;
    }

    /** The leader and the volunteer are asked. */
    public OrderId offered(Cast cast, @Nullable ProjectId project) {
        var order = approved(cast, project);
        offer(cast, order);
        return order;
    }

    public void offer(Cast cast, OrderId order) {
        at(NOW, () -> progress.offer(cast.clerk(), order, version(cast, order))).orThrow();
        join(cast, order, Part.OFFERED, cast.leader(), cast.volunteer());
    }

    /** The team took it, the volunteer sits; the time is the whole window. */
    public OrderId accepted(Cast cast, @Nullable ProjectId project) {
        var order = offered(cast, project);
        accept(cast, order);
        return order;
    }

    public void accept(Cast cast, OrderId order) {
        leave(cast, order, Part.OFFERED, cast.leader(), cast.volunteer());
        join(cast, order, Part.LEADER, cast.leader());
        join(cast, order, Part.SEAT, cast.volunteer());
        at(NOW, () -> progress.confirm(cast.county(), order, cast.leader().person(), window(), 2, true))
                .orThrow();
    }

    public OrderId inService(Cast cast, @Nullable ProjectId project) {
        var order = accepted(cast, project);
        at(window().from(), () -> progress.start(cast.county(), order, person(cast)))
                .orThrow();
        return order;
    }

    public OrderId served(Cast cast, @Nullable ProjectId project) {
        var order = inService(cast, project);
        at(window().to(), () -> progress.finish(cast.county(), order, person(cast), null))
                .orThrow();
        return order;
    }

    private static PersonId person(Cast cast) {
        return cast.volunteer().person();
    }

    private void join(Cast cast, OrderId order, Part part, Actor... people) {
        ids(people).forEach(person -> parties.join(cast.county(), order, person, part, NOW));
    }

    private void leave(Cast cast, OrderId order, Part part, Actor... people) {
        ids(people).forEach(person -> parties.leave(cast.county(), order, person, part));
    }

    private static List<PersonId> ids(Actor... people) {
        return List.of(people).stream().map(Actor::person).toList();
    }

    /** Lets several do something at the same moment. */
    public static <T> List<T> atOnce(List<Callable<T>> people) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(people.size());
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var running = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return person.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
