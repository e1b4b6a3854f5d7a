package feiyan.bench.crash;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.bench.county.House;
import feiyan.bench.county.Tokens;
import feiyan.bench.crash.Players.Hand;
import feiyan.bench.crash.Players.Helper;
import feiyan.exchange.Webhooks;
import feiyan.menu.Menu;
import feiyan.orders.State;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Founding;
import feiyan.units.Foundings;
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
import feiyan.web.api.ApiScope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Founds a county through the doors, in a process of its own that ends before the first server starts. */
final class SmallCounty {

    /** The shortest service there is, so that one volunteer can be at several within the hour. */
    private static final String MENU = """
            code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous,confidential
            SH01,生活,量血压,护理,5,1,on_site,,no,no
            """;

    private static final String SKILL = "护理";
    private static final CoarsePosition SQUARE = new CoarsePosition(34.61, 118.36);
    private static final WeekHours ALWAYS = new WeekHours("1".repeat(WeekHours.HOURS));

    private final House house;
    private final Tokens tokens;
    private final Foundings.Founded founded;
    private final UnitId station;
    private int phones;

    private SmallCounty(House house) {
        this.house = house;
        this.tokens = new Tokens(house);
        var link = the(Foundings.class).newLink().orElseThrow();
        var founding = new Founding("Crashed", null, "Zhang Wei", phone(), "correct horse battery");
        this.founded = the(Foundings.class).found(link, founding).orThrow();
        var units = the(UnitChanges.class);
        var institute = units.open(founded.actor(), founded.center(), NewUnit.named("Matou"))
                .orThrow();
        this.station =
                units.open(founded.actor(), institute, NewUnit.named("Lijia")).orThrow();
    }

    /**
     * The file to write, the receiver's address, how many clients, how many volunteers of each, where; then settings.
     */
    public static void main(String[] words) {
        var settings = List.of(words).subList(5, words.length).stream().map(each -> each.replaceFirst("^--", ""));
        try (var house = House.in(Path.of(words[4]), settings.toArray(String[]::new))) {
            new SmallCounty(house)
                    .cast(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]))
                    .writeTo(Path.of(words[0]));
        }
    }

    private Players cast(String receiver, int clients, int helpers) {
        the(Menu.class).importCsv(founded.actor(), MENU).orThrow();
        var project = the(Menu.class)
                .categories(founded.county())
                .getFirst()
                .projects()
                .getFirst();
        var webhook = the(Webhooks.class)
                .open(founded.actor(), founded.center(), receiver, EnumSet.complementOf(EnumSet.of(State.NEW)))
                .orThrow();
        return new Players(
                founded.county().value(),
                station.value().toString(),
                project.id().value().toString(),
                the(Webhooks.class).secret(founded.actor(), webhook).orThrow(),
                IntStream.range(0, clients).mapToObj(client -> hand(helpers)).toList());
    }

    private Hand hand(int helpers) {
        var household = Actor.withoutPosts(founded.county(), person());
        var post = new Post(station, Role.DISPATCHER);
        var clerk = person();
        the(Staff.class).give(founded.actor(), clerk, post).orThrow();
        var desk = new Actor(founded.county(), clerk, Set.of(post));
        return new Hand(
                tokens.of(household, ApiScope.ORDERS_READ, ApiScope.ORDERS_WRITE),
                tokens.of(desk, ApiScope.DESK_WRITE, ApiScope.DISPATCH_WRITE),
                IntStream.range(0, helpers).mapToObj(helper -> helper(desk)).toList());
    }

    private Helper helper(Actor desk) {
        var person = person();
        var enrolment = new Enrolment(
                person,
                station,
                SQUARE,
                5_000,
                2_400,
                ALWAYS,
                Gender.UNKNOWN,
                false,
                LocalDate.of(1980, 5, 1),
                false,
                null,
                Set.of(SKILL));
        the(Volunteers.class).enrol(desk, enrolment).orThrow();
        var actor = Actor.withoutPosts(founded.county(), person);
        return new Helper(person.value().toString(), tokens.of(actor, ApiScope.SERVICES_READ, ApiScope.SERVICES_WRITE));
    }

    private PersonId person() {
        return the(Persons.class)
                .register(
                        founded.county(),
                        "Somebody " + UUID.randomUUID().toString().substring(0, 4),
                        phone())
                .orThrow();
    }

    private Phone phone() {
        return Phone.parse("139%08d".formatted(++phones)).orThrow();
    }

    private <T> T the(Class<T> door) {
        return house.the(door);
    }
}
