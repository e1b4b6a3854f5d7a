package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.canary.WithoutTwin;
import feiyan.cast.AtTheDoor;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Planning;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.ServiceRules;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.NewUnit;
import feiyan.units.Position;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Profile;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Whatever is done through the doors, in whichever order: the memory of an instance has what the database has. */
@FeiyanTest(properties = "feiyan.jobs=false")
@WithoutTwin("what is compared is one county's")
class PoolFollowsTest {

    private static final int COMMANDS = 900;
    private static final int BETWEEN_LOOKS = 12;
    private static final String LICENCE = "electrician";

    private final SplittableRandom random = new SplittableRandom(28);
    private final List<Actor> people = new ArrayList<>();
    private final List<OrderId> orders = new ArrayList<>();
    private final Map<String, Integer> done = new HashMap<>();

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Pools pools;

    @Autowired
    private MemberRows rows;

    @Autowired
    private Touched touched;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AppClock clock;

    private Village village;
    private UnitId nearby;
    private Instant now;

    @BeforeEach
    void aVillageWithAnotherNearby() {
        village = Village.in(house);
        now = Village.wednesday(clock.instant());
        nearby = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Nearby"))
                .orThrow();
    }

    @Test
    void aRandomWalkThroughTheDoorsAndARestartLeaveWhatTheDatabaseHas() {
        clock.at(now, this::walk);
        assertThat(done.keySet())
                .containsExactlyInAnyOrder(
                        "enrol",
                        "skills",
                        "hours",
                        "profile",
                        "home",
                        "forget",
                        "leave",
                        "certify",
                        "move",
                        "ask",
                        "accept",
                        "decline",
                        "giveBack",
                        "miss",
                        "serve",
                        "rate",
                        "pause");
    }

    /** A plan or an import holds back what a follower may call settled; it must not hide who has just joined. */
    @Test
    void whoJoinedWhileSomethingElseIsStillBeingWrittenIsThereAtTheNextLook() throws Exception {
        assertThat(pools.of(village.county).snapshot()).isEmpty();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = elsewhere.submit(() -> village.the(Transactions.class).write(() -> {
                jdbc.sql("select pg_current_xact_id()::text")
                        .query(String.class)
                        .single();
                village.the(Outbox.class).tell(village.county, "volunteer.changed", UUID.randomUUID(), 1, now);
                begun.countDown();
                return Outcome.done(awaited(mayEnd));
            }));
            begun.await();
            try {
                var first = village.volunteer("First").person();
                assertThat(byId(pools.of(village.county).snapshot())).containsOnlyKeys(first);
                var second = village.volunteer("Second").person();
                assertThat(byId(pools.of(village.county).snapshot())).containsOnlyKeys(first, second);
            } finally {
                mayEnd.countDown();
            }
            assertThat(slow.get().orThrow()).isTrue();
        }
        var third = village.volunteer("Third").person();
        assertThat(byId(pools.of(village.county).snapshot())).hasSize(3).containsKey(third);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void walk() {
        var policies = village.the(Policies.class);
        policies.set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null)
                .orThrow();
        for (int i = 0; i < 8; i++) {
            people.add(village.volunteer("Volunteer " + i));
        }
        pools.of(village.county);
        for (int i = 0; i < COMMANDS; i++) {
            command();
            if (i % BETWEEN_LOOKS == 0) {
                same();
            }
        }
        same();
        sameSuggestionsAfterARestart();
    }

    private void same() {
        var today = LocalDate.ofInstant(now, ServiceRules.CHINA);
        var pool = pools.of(village.county);
        assertThat(byId(pool.snapshot())).isEqualTo(byId(rows.of(Whose.all(village.county), today)));
    }

    private static Map<PersonId, Member> byId(List<Member> members) {
        return members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** The engine's index was changed in place all along; another instance makes it anew. */
    private void sameSuggestionsAfterARestart() {
        var anew = new Pools(
                village.the(Outbox.class),
                rows,
                touched,
                village.the(Policies.class),
                clock,
                village.the(PlatformTransactionManager.class));
        int found = 0;
        for (var order : orders) {
            var here = best(pools, order);
            assertThat(here).isEqualTo(best(anew, order));
            found += here.size();
        }
        assertThat(found).isGreaterThan(orders.size());
    }

    private List<Suggestion> best(Pools some, OrderId order) {
        var suggestions = new Suggestions(
                some, village.the(Planning.class), village.the(Histories.class), village.the(Reaches.class), clock);
        var sheet = village.the(ServiceSheets.class).find(village.county, order).orElseThrow();
        var time = village.slot(order, now.plus(Duration.ofDays(4)));
        return suggestions.best(village.county, village.center, sheet, time, 20);
    }

    private void command() {
        switch (random.nextInt(27)) {
            case 0 -> count("enrol", enrol());
            case 1 ->
                count(
                        "skills",
                        profiles().skills(village.clerk, one().person(), Set.copyOf(List.of(skill(), skill()))));
            case 2 -> count("hours", profiles().availability(village.clerk, one().person(), hours(), minutes()));
            case 3 -> count("profile", profiles().change(village.clerk, one().person(), profile()));
            case 4 -> count("home", home());
            case 5 -> count("forget", withdraw(Purpose.LOCATION));
            case 6 -> count("leave", random.nextInt(5) > 0 ? Outcome.refused("not.now") : withdraw(Purpose.GUARDIAN));
            case 7 -> count("certify", certify());
            case 8 -> count("move", move());
            case 9, 10, 18, 19, 20 -> count("ask", ask());
            case 11, 21, 22 -> count("accept", answered("OPEN", village.the(Answers.class)::accept));
            case 12 ->
                count(
                        "decline",
                        answered(
                                "OPEN",
                                (who, offer) -> village.the(Answers.class).decline(who, offer, "no_time")));
            case 13 -> count("giveBack", seated("TAKEN", (who, id) -> seats().giveBack(who, id, null)));
            case 14 -> count("miss", seated("TAKEN", this::miss));
            case 15, 23, 24 -> count("serve", seated("TAKEN", this::serve));
            case 16, 25 -> count("rate", rate());
            default -> count("pause", pause());
        }
    }

    private void count(String command, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Done<?>) {
            done.merge(command, 1, Integer::sum);
        }
    }

    private Outcome<?> enrol() {
        var person = village.person("Newcomer");
        var enrolment = new Enrolment(
                person,
                random.nextBoolean() ? nearby : village.station,
                random.nextBoolean() ? null : place(),
                500 + random.nextInt(20_000),
                minutes(),
                hours(),
                Gender.UNKNOWN,
                false,
                LocalDate.of(random.nextBoolean() ? 2009 : 1980, 1, 1),
                true,
                null,
                Set.of(Village.SKILL));
        people.add(Actor.withoutPosts(village.county, person));
        return village.the(Volunteers.class).enrol(village.administrator, enrolment);
    }

    private Profile profile() {
        return new Profile(
                random.nextBoolean() ? nearby : village.station,
                500 + random.nextInt(20_000),
                minutes(),
                hours(),
                false,
                Set.copyOf(List.of(Village.SKILL, skill())));
    }

    private Outcome<?> home() {
        var volunteer = one();
        village.the(Consents.class).give(village.county, volunteer.person(), Purpose.LOCATION, How.PAGE, null);
        return profiles().home(volunteer, volunteer.person(), place(), 500 + random.nextInt(20_000));
    }

    private Outcome<?> withdraw(Purpose purpose) {
        var person = one().person();
        return village.the(Consents.class).withdraw(village.county, person, purpose, person);
    }

    private Outcome<?> certify() {
        var doors = village.the(Qualifications.class);
        return doors.claim(village.administrator, one().person(), LICENCE, LocalDate.ofInstant(now, ServiceRules.CHINA))
                .then(claimed -> doors.check(village.administrator, claimed));
    }

    private Outcome<?> move() {
        return village.the(UnitChanges.class)
                .move(
                        village.administrator,
                        nearby,
                        new Position(34.5 + random.nextDouble() / 4, 118.2 + random.nextDouble() / 4));
    }

    private Outcome<?> ask() {
        var order = village.approved(village.project(random.nextInt(3) == 0 ? 2 : 1, 40), now.plus(Duration.ofDays(1)));
        orders.add(order);
        var time = village.slot(order, now.plus(Duration.ofHours(26 + random.nextInt(6))));
        return village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        time,
                        Stream.generate(this::one)
                                .limit(1 + random.nextInt(2))
                                .<Invitee>map(one -> new Invitee.ToVolunteer(one.person()))
                                .toList());
    }

    private interface Deed<T> {
        Outcome<?> by(Actor who, T id);
    }

    private Outcome<?> answered(String state, Deed<OfferId> deed) {
        return row("offer", state)
                .map(row -> deed.by(Actor.withoutPosts(village.county, row.volunteer()), new OfferId(row.id())))
                .orElseGet(() -> Outcome.refused("none.there"));
    }

    private Outcome<?> seated(String state, Deed<SeatId> deed) {
        return row("seat", state)
                .map(row -> deed.by(Actor.withoutPosts(village.county, row.volunteer()), new SeatId(row.id())))
                .orElseGet(() -> Outcome.refused("none.there"));
    }

    private record Row(UUID id, PersonId volunteer) {}

    private Optional<Row> row(String table, String state) {
        var all = jdbc.sql("select id, volunteer_id from " + table
                        + " where county_id = :county and state = :state order by id")
                .param("county", village.county.value())
                .param("state", state)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("volunteer_id", UUID.class))))
                .list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Outcome<?> serve(Actor who, SeatId seat) {
        var doors = new AtTheDoor(village);
        return doors.checkIn(village.county, seat, who.person(), null)
                .then(there -> doors.checkOut(village.county, seat, who.person()));
    }

    /** Said when the time is over. */
    private Outcome<?> miss(Actor who, SeatId seat) {
        return clock.at(now.plus(Duration.ofDays(3)), () -> seats().miss(village.clerk, seat));
    }

    private Outcome<?> rate() {
        var served = orders.stream().filter(this::isServed).toList();
        if (served.isEmpty()) {
            return Outcome.refused("none.there");
        }
        var order = served.get(random.nextInt(served.size()));
        int stars = 1 + random.nextInt(5);
        return village.the(Orders.class)
                .rate(
                        village.requester,
                        order,
                        village.version(order),
                        new Rating(true, stars, 5, stars, null, Rating.How.PAGE));
    }

    private boolean isServed(OrderId order) {
        return village.the(ServiceSheets.class)
                        .find(village.county, order)
                        .orElseThrow()
                        .state()
                == State.SERVED;
    }

    /** Mostly one that is over: whoever pauses is not asked, and nobody would serve. */
    private Outcome<?> pause() {
        return village.the(Transactions.class).write(() -> {
            var person = one().person();
            jdbc.sql("update volunteer set paused_until = :until where county_id = :county and person_id = :person")
                    .param("until", LocalDate.ofInstant(now, ServiceRules.CHINA).plusDays(random.nextInt(6) - 5))
                    .param("county", village.county.value())
                    .param("person", person.value())
                    .update();
            village.the(Outbox.class).tell(village.county, "volunteer.changed", person.value(), 1, now);
            return Outcome.done(person);
        });
    }

    private Actor one() {
        return people.get(random.nextInt(people.size()));
    }

    private CoarsePosition place() {
        return new CoarsePosition(34.5 + random.nextDouble() / 4, 118.2 + random.nextDouble() / 4);
    }

    private String skill() {
        return random.nextInt(3) > 0 ? Village.SKILL : "skill " + random.nextInt(3);
    }

    private int minutes() {
        return 60 * random.nextInt(4, 20);
    }

    private WeekHours hours() {
        return random.nextInt(4) > 0 ? Village.ALWAYS : new WeekHours("10".repeat(WeekHours.HOURS / 2));
    }

    private Profiles profiles() {
        return village.the(Profiles.class);
    }

    private Seats seats() {
        return village.the(Seats.class);
    }
}
