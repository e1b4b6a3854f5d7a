package feiyan.access;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.SignedIn;
import feiyan.cast.Village;
import feiyan.menu.Menu;
import feiyan.menu.ProjectDraft;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Foundings;
import feiyan.units.Foundings.Founded;
import feiyan.units.Homes;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Volunteers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two counties and everybody who may knock at a door: the people of one village, staff of each role at its station,
 * above it, beside it, and those of another county, which is the demo's. Each is found under a column of the table.
 */
final class Town {

    private static final Map<String, Role> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("c", Role.CLERK);
        ROLES.put("d", Role.DISPATCHER);
        ROLES.put("a", Role.ADMINISTRATOR);
        ROLES.put("u", Role.AUDITOR);
    }

    final Instant ten;
    final CountyId county;
    final UnitId center;
    final UnitId institute;
    final UnitId station;
    final UnitId point;
    final ProjectId alone;
    final ProjectId together;
    final ProjectId secret;
    final String foundingToken;

    private final ApplicationContext house;
    private final Founded home;
    private final Map<String, Actor> people = new LinkedHashMap<>();

    Town(ApplicationContext house) {
        this.house = house;
        ten = Village.wednesday(the(AppClock.class).instant());
        foundingToken = the(Foundings.class).newLink().orElseThrow();
        people.putAll(Elsewhere.in(house));
        openAccounts(actor("other.a").county());
        home = TestCounty.found(the(Foundings.class), the(Transactions.class), the(JdbcClient.class), "Tancheng");
        county = home.county();
        center = home.center();
        institute = opened(center, "Matou");
        station = opened(institute, "Lijia");
        point = opened(station, "East Gate");
        var sister = opened(institute, "Zhangjia");
        projects();
        alone = project("BM02", "Haircut", 1, false);
        together = project("BM03", "Opera", 2, false);
        secret = project("BM04", "Counselling", 1, true);
        Map.of("station", station, "institute", institute, "center", center, "sister", sister)
                .forEach(this::desk);
        villagers();
    }

    private UnitId opened(UnitId above, String name) {
        return the(UnitChanges.class)
                .open(home.actor(), above, NewUnit.named(name))
                .orThrow();
    }

    private void projects() {
        the(Menu.class).importCsv(home.actor(), """
                code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous
                BM01,Everyday help,Haircut at home,barber,40,1,on_site,,no
                """).orThrow();
    }

    private ProjectId project(String code, String name, int headcount, boolean confidential) {
        var draft = new ProjectDraft(code, name, Village.SKILL, 60, headcount, false, null, false, confidential);
        return the(Menu.class).add(home.actor(), draft).orThrow();
    }

    private void desk(String name, UnitId unit) {
        ROLES.forEach((letter, role) -> people.put(name + "." + letter, staff(new Post(unit, role))));
    }

    private Actor staff(Post... posts) {
        return TestCounty.staff(home, the(Persons.class), the(Staff.class), posts);
    }

    private void villagers() {
        people.put("station.mate", staff(new Post(station, Role.CLERK)));
        people.put("station.lost", staff(new Post(station, Role.CLERK)));
        for (var letter : List.of("r", "o", "f", "chen", "wu")) {
            people.put("village." + letter, villager());
        }
        for (var letter : List.of("w", "a", "s", "l", "mo")) {
            people.put("village." + letter, volunteer());
        }
        people.put(
                "village.p",
                staff(
                        new Post(station, Role.DISPATCHER),
                        new Post(center, Role.DISPATCHER),
                        new Post(center, Role.ADMINISTRATOR)));
        openAccounts(county);
    }

    private Actor villager() {
        var person = the(Persons.class).register(county, "Wang Xiulan", TestCounty.phone());
        the(Homes.class).settle(county, person.orThrow(), station);
        return Actor.withoutPosts(county, person.orThrow());
    }

    private Actor volunteer() {
        var somebody = villager();
        var enrolment = new Enrolment(
                somebody.person(),
                station,
                Village.SQUARE,
                5_000,
                3_000,
                Village.ALWAYS,
                Gender.UNKNOWN,
                false,
                LocalDate.of(1980, 5, 1),
                false,
                null,
                Set.of(Village.SKILL));
        the(Volunteers.class).enrol(actor("station.c"), enrolment).orThrow();
        return somebody;
    }

    private void openAccounts(CountyId where) {
        var persons = people.values().stream()
                .filter(each -> each.county().equals(where))
                .map(Actor::person)
                .toList();
        the(Accounts.class).openFor(where, persons);
    }

    Actor actor(String column) {
        return Objects.requireNonNull(people.get(column), column);
    }

    Map<String, Actor> people() {
        return people;
    }

    /** As whom they sign in; staff who came by a text message alone have proven nothing. */
    SignedIn signedIn(String column) {
        var actor = actor(column);
        var account = the(Accounts.class).of(actor.county(), actor.person()).orElseThrow();
        boolean proven = actor.isStaff() && !column.equals("village.p");
        return new SignedIn(account, actor.county().value(), actor.person(), proven);
    }

    PersonId person(String column) {
        return actor(column).person();
    }

    /** Ten in the morning of one of the days to come: no two services of the town meet. */
    Instant day(int number) {
        return ten.plus(Duration.ofDays(number));
    }

    <T> T the(Class<T> door) {
        return house.getBean(door);
    }
}
