package feiyan.loop.walk;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Purpose;
import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Foundings;
import feiyan.units.Homes;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles a county through the doors: three tiers, staff at each, households, volunteers in teams, a menu. */
final class Settling {

    static final CoarsePosition SQUARE = new CoarsePosition(34.61, 118.36);
    private static final int NUMBERS_OF_A_COUNTY = 1000;
    private static final String MENU = """
            code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous,confidential
            SH01,生活,上门理发,理发,60,1,on_site,,no,no
            SH02,生活,打扫院子,理发,45,2,on_site,,no,no
            SH03,生活,修剪树枝,理发,60,3,on_site,,yes,no
            WH01,文化,远程聊天,理发,30,1,remote,,no,no
            XL01,心理,心理咨询,理发,60,1,on_site,,no,yes
            """;

    private final ApplicationContext house;
    private final Foundings.Founded founded;
    private final Map<UnitId, List<UnitId>> up = new LinkedHashMap<>();
    private final Map<PersonId, UnitId> homes = new HashMap<>();
    private final Map<PersonId, String> phones = new HashMap<>();
    private final Map<UUID, Actor> people = new LinkedHashMap<>();
    private int number;

    Settling(ApplicationContext house, int which) {
        this.house = house;
        this.number = NUMBERS_OF_A_COUNTY * which;
        this.founded = TestCounty.found(
                the(Foundings.class), the(Transactions.class), the(JdbcClient.class), "County " + which);
    }

    Town town() {
        var administrator = known(founded.actor());
        var center = founded.center();
        var institutes = List.of(open(center, "Matou"), open(center, "Gangshang"));
        var stations = List.of(
                open(institutes.get(0), "Gaoce"), open(institutes.get(0), "Lijia"), open(institutes.get(1), "Shatun"));
        var desks = desks(center, institutes, stations);
        var watchers = List.of(administrator, staff(center, Role.AUDITOR), staff(stations.getFirst(), Role.AUDITOR));
        the(Menu.class).importCsv(administrator, MENU).orThrow();
        var households = settled(stations, 9);
        var children = settled(stations, 4);
        var serving = new Serving(house, desks, stations);
        var helpers = strangers(14);
        helpers.add(desks.getLast());
        serving.enrol(helpers).forEach(homes::putIfAbsent);
        return new Town(
                founded.county(),
                up,
                stations,
                administrator,
                desks,
                watchers,
                households,
                children,
                helpers,
                homes,
                phones,
                serving.teams(helpers),
                projects(),
                people);
    }

    private UnitId open(UnitId parent, String name) {
        var unit = the(UnitChanges.class)
                .open(founded.actor(), parent, NewUnit.named(name))
                .orThrow();
        up.put(
                unit,
                the(Units.class).pathUp(founded.county(), unit).stream()
                        .map(each -> each.id())
                        .toList());
        return unit;
    }

    private List<Actor> desks(UnitId center, List<UnitId> institutes, List<UnitId> stations) {
        up.put(center, List.of(center));
        var desks = new ArrayList<Actor>();
        for (var units : List.of(List.of(center), institutes, stations)) {
            for (var unit : units) {
                desks.add(staff(unit, Role.CLERK));
                desks.add(staff(unit, Role.DISPATCHER));
            }
        }
        return desks;
    }

    private Actor staff(UnitId unit, Role role) {
        var person = person();
        var post = new Post(unit, role);
        the(Staff.class).give(founded.actor(), person, post).orThrow();
        return known(new Actor(founded.county(), person, Set.of(post)));
    }

    private List<Actor> settled(List<UnitId> stations, int howMany) {
        var people = new ArrayList<Actor>();
        for (int i = 0; i < howMany; i++) {
            var actor = known(Actor.withoutPosts(founded.county(), person()));
            var station = stations.get(i % stations.size());
            the(Homes.class).settle(founded.county(), actor.person(), station);
            placed(actor);
            homes.put(actor.person(), station);
            people.add(actor);
        }
        return people;
    }

    /** Where they live is known: only between known places is there a way to go. */
    private void placed(Actor actor) {
        the(Consents.class)
                .give(
                        founded.county(),
                        actor.person(),
                        Purpose.LOCATION,
                        How.SPOKEN,
                        founded.actor().person())
                .orThrow();
    }

    private List<Actor> strangers(int howMany) {
        var strangers = new ArrayList<Actor>();
        for (int i = 0; i < howMany; i++) {
            strangers.add(known(Actor.withoutPosts(founded.county(), person())));
        }
        return strangers;
    }

    private List<ProjectId> projects() {
        return the(Menu.class).categories(founded.county()).stream()
                .flatMap(category -> category.projects().stream())
                .map(Project::id)
                .toList();
    }

    private PersonId person() {
        var digits = "136%08d".formatted(number++);
        var person = the(Persons.class)
                .register(
                        founded.county(),
                        "Somebody " + number,
                        Phone.parse(digits).orThrow())
                .orThrow();
        phones.put(person, digits);
        return person;
    }

    private Actor known(Actor actor) {
        people.put(actor.person().value(), actor);
        return actor;
    }

    private <T> T the(Class<T> door) {
        return house.getBean(door);
    }
}
