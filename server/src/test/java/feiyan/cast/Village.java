package feiyan.cast;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Purpose;
import feiyan.calendar.WorkingTime;
import feiyan.menu.Menu;
import feiyan.menu.ProjectDraft;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county with one village: its staff, a requester, and as many volunteers, teams and orders as a test wants. */
public final class Village {

    public static final String SKILL = "barber";
    public static final CoarsePosition SQUARE = new CoarsePosition(34.61, 118.36);

    public static final WeekHours ALWAYS = new WeekHours("1".repeat(WeekHours.HOURS));
    private static final AtomicInteger PHONES = new AtomicInteger();

    private final ApplicationContext house;
    private final String mark;

    public final CountyId county;
    public final Actor administrator;
    public final UnitId center;
    public final UnitId station;
    public final Actor clerk;
    public final Actor requester;

    private Village(ApplicationContext house, String mark) {
        this.house = house;
        this.mark = mark;
        var founding = new Founding("Tancheng", null, marked("Zhang Wei"), phone(), "correct horse battery");
        var founded = TestCounty.found(the(Foundings.class), the(Transactions.class), the(JdbcClient.class), founding);
        county = founded.county();
        administrator = founded.actor();
        center = founded.center();
        var units = the(UnitChanges.class);
        var institute =
                units.open(administrator, center, NewUnit.named("Matou")).orThrow();
        station = units.open(administrator, institute, NewUnit.named("Lijia")).orThrow();
        clerk = staff("Li Na", station, Role.DISPATCHER);
        requester = Actor.withoutPosts(county, person("Grandma Wang"));
        the(Consents.class)
                .give(county, requester.person(), Purpose.LOCATION, How.SPOKEN, clerk.person())
                .orThrow();
    }

    /** Ten in the morning of the next Wednesday but at least a day ahead: in the middle of a week, in daylight. */
    public static Instant wednesday(Instant now) {
        return now.plus(Duration.ofDays(1))
                .atZone(WorkingTime.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
                .withHour(10)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
    }

    public static Village in(ApplicationContext house) {
        return new Village(house, "");
    }

    /** Just such a village, of which everything that somebody wrote or is called bears a mark. */
    public static Village marked(ApplicationContext house, String mark) {
        return new Village(house, mark);
    }

    public PersonId person(String name) {
        return the(Persons.class).register(county, marked(name), phone()).orThrow();
    }

    /** As it is said in this village. */
    public String marked(String words) {
        return mark.isEmpty() ? words : words + " " + mark;
    }

    public Actor staff(String name, UnitId unit, Role role) {
        return appoint(person(name), unit, role);
    }

    public Actor appoint(PersonId person, UnitId unit, Role role) {
        var post = new Post(unit, role);
        the(Staff.class).give(administrator, person, post).orThrow();
        return new Actor(county, person, Set.of(post));
    }

    /** Lives at the square, always free, ten hours a week. */
    public Actor volunteer(String name) {
        return volunteer(name, ALWAYS, 600);
    }

    public Actor volunteer(String name, WeekHours free, int weeklyMinutes) {
        return enrol(person(name), free, weeklyMinutes);
    }

    public Actor enrol(PersonId person, WeekHours free, int weeklyMinutes) {
        the(Volunteers.class)
                .enrol(clerk, enrolment(person, free, weeklyMinutes))
                .orThrow();
        return Actor.withoutPosts(county, person);
    }

    public Enrolment enrolment(PersonId person, WeekHours free, int weeklyMinutes) {
        return new Enrolment(
                person,
                station,
                SQUARE,
                5_000,
                weeklyMinutes,
                free,
                Gender.UNKNOWN,
                false,
                LocalDate.of(1980, 5, 1),
                false,
                null,
                Set.of(SKILL));
    }

    public TeamId team(Actor leader, Actor... members) {
        var people = Arrays.stream(members).map(Actor::person).collect(Collectors.toSet());
        return the(Teams.class)
                .found(clerk, new TeamFounding(station, "Swallows", TeamKind.MASS, null, leader.person(), null, people))
                .orThrow();
    }

    /** A project of the menu for so many people and minutes. */
    public ProjectId project(int headcount, int minutes) {
        return project("BM%02d%02d".formatted(headcount, minutes / 10), headcount, minutes, false, false, null);
    }

    public ProjectId project(
            String code,
            int headcount,
            int minutes,
            boolean remote,
            boolean hazardous,
            @Nullable String qualification) {
        var menu = the(Menu.class);
        if (menu.archive(county).isEmpty()) {
            menu.importCsv(administrator, """
                    code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous
                    BM01,Everyday help,Haircut at home,barber,40,1,on_site,,no
                    """).orThrow();
        }
        var draft =
                new ProjectDraft(code, "Haircut", SKILL, minutes, headcount, remote, qualification, hazardous, false);
        return menu.add(administrator, draft).orThrow();
    }

    /** Whose words, name and rating stay with its own unit. */
    public ProjectId confidentialProject() {
        project(1, 40);
        var draft = new ProjectDraft("BM99", "Counselling", SKILL, 60, 1, false, null, false, true);
        return the(Menu.class).add(administrator, draft).orThrow();
    }

    /** Placed by the requester for a window of two days from {@code from}, and approved by the station. */
    public OrderId approved(ProjectId project, Instant from) {
        return approve(placed(project, from));
    }

    /** By the station, as it stands. */
    public OrderId approve(OrderId order) {
        return the(Review.class).approve(clerk, order, version(order), null).orThrow();
    }

    /** A need for which nobody has chosen a project yet. */
    public OrderId inFreeWords(Instant from) {
        return placed(null, from);
    }

    /** Placed by the requester for a window of two days from {@code from}; nobody has looked at it yet. */
    public OrderId placed(@Nullable ProjectId project, Instant from) {
        var window = new Slot(from, from.plus(Duration.ofDays(2)));
        var need = new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                station,
                project,
                marked("Her hair has grown long"),
                marked("Wang Xiulan"),
                "13800000000",
                marked("No. 3, by the well"),
                SQUARE,
                window,
                false,
                null,
                null);
        return the(Orders.class).place(requester, need).orThrow();
    }

    public static Rating notSolved() {
        return new Rating(false, null, null, null, null, Rating.How.PAGE);
    }

    /** As many minutes as the order takes, from {@code from} on. */
    public Slot slot(OrderId order, Instant from) {
        var sheet = the(ServiceSheets.class).find(county, order).orElseThrow();
        return new Slot(from, from.plus(Duration.ofMinutes(sheet.minutes())));
    }

    public int version(OrderId order) {
        return the(ServiceSheets.class).find(county, order).orElseThrow().version();
    }

    public <T> T the(Class<T> door) {
        return house.getBean(door);
    }

    /** The numbers that the next people of any village will have. */
    public static Stream<Phone> phonesToCome(int count) {
        int next = PHONES.get() + 1;
        return IntStream.range(next, next + count).mapToObj(Village::phone);
    }

    private static Phone phone() {
        return phone(PHONES.incrementAndGet());
    }

    private static Phone phone(int number) {
        return new Phone("139%08d".formatted(number));
    }
}
