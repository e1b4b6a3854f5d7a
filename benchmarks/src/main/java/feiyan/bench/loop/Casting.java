package feiyan.bench.loop;

import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.bench.county.House;
import feiyan.bench.loop.Cast.Member;
import feiyan.menu.Menu;
import feiyan.menu.ProjectDraft;
import feiyan.menu.ProjectId;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Settles the clients' villages in a county that is there already, through the product's own doors. */
final class Casting {

    static final String PASSWORD = "swallow over wheat";

    private static final String SKILL = "barber";
    /** Degrees: further than anybody goes. */
    private static final double APART = 0.07;

    private static final int IN_A_ROW = 8;
    private static final double SOUTH = 34.61;
    private static final double WEST = 118.36;

    private static final WeekHours ALWAYS = new WeekHours("1".repeat(WeekHours.HOURS));
    private static final int WEEKLY_MINUTES = 600;

    private final House house;
    private final Actor administrator;
    private final UnitId institute;
    private final ProjectId project;
    private int phones;
    private int villages;

    Casting(House house, Actor administrator, UnitId center) {
        this.house = house;
        this.administrator = administrator;
        this.institute = house.the(UnitChanges.class)
                .open(administrator, center, NewUnit.named("Measuring"))
                .orThrow();
        this.project = project();
    }

    private ProjectId project() {
        var menu = house.the(Menu.class);
        var code = menu.categories(administrator.county()).getFirst().code() + "9001";
        var haircut = new ProjectDraft(code, "Haircut at home", SKILL, Cast.MINUTES, 1, false, null, false, false);
        return menu.add(administrator, haircut).orThrow();
    }

    /** A client's village, a day's walk from the next one, in which as many residents ask as volunteers come. */
    Cast cast(int people) {
        var station = house.the(UnitChanges.class)
                .open(administrator, institute, NewUnit.named("Village " + phones))
                .orThrow();
        var desk = desk(station);
        return new Cast(house, station, desk, people(people), volunteers(desk, station, people), project);
    }

    private Member desk(UnitId station) {
        var member = people(1).getFirst();
        var post = new Post(station, Role.DISPATCHER);
        house.the(Staff.class).give(administrator, member.person(), post).orThrow();
        var accounts = house.the(Accounts.class);
        var account = accounts.openFor(administrator.county(), List.of(member.person()))
                .get(member.person());
        accounts.setPassword(Objects.requireNonNull(account), PASSWORD).orThrow();
        return new Member(new Actor(administrator.county(), member.person(), Set.of(post)), member.phone());
    }

    private List<Member> volunteers(Member desk, UnitId station, int count) {
        var people = people(count);
        var square = nextSquare();
        var enrolments = people.stream()
                .map(member -> new Enrolment(
                        member.person(),
                        station,
                        square,
                        5_000,
                        WEEKLY_MINUTES,
                        ALWAYS,
                        Gender.UNKNOWN,
                        false,
                        LocalDate.of(1980, 5, 1),
                        false,
                        null,
                        Set.of(SKILL)))
                .toList();
        house.the(Volunteers.class).enrolAll(desk.actor(), enrolments).orThrow();
        return people;
    }

    private CoarsePosition nextSquare() {
        int row = villages / IN_A_ROW;
        int column = villages % IN_A_ROW;
        villages++;
        return new CoarsePosition(SOUTH + row * APART, WEST + column * APART);
    }

    private List<Member> people(int count) {
        return IntStream.range(0, count).mapToObj(each -> person()).toList();
    }

    /** With numbers of a range that no generated county uses. */
    private Member person() {
        var phone = new Phone("190%08d".formatted(++phones));
        var person = house.the(Persons.class)
                .register(administrator.county(), "Wang " + phones, phone)
                .orThrow();
        return new Member(Actor.withoutPosts(administrator.county(), person), phone);
    }
}
