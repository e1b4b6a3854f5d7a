package feiyan.canary;

import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.Followers;
import feiyan.orders.GroupOrders;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Foundings;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.volunteers.TeamId;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the field table: who looks, each with a name and a number of their own that nobody else may read. */
final class FieldWorld {

    /** Wednesday, twenty past ten in Tancheng: the moment at which everybody looks. */
    static final Instant NOW = Instant.parse("2026-06-17T02:20:00Z");

    final Aviary aviary = new Aviary();
    final Village village;
    /** Null: not signed in. */
    final Map<String, @Nullable Actor> viewers = new LinkedHashMap<>();

    final List<OrderId> groups = new ArrayList<>();
    final UnitId institute;
    final TeamId team;
    final ProjectId open;
    final ProjectId confidential;

    private final ApplicationContext house;

    FieldWorld(ApplicationContext house) {
        this.house = house;
        village = Village.in(house);
        institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        viewers.put("public", null);
        residents();
        volunteers();
        staff();
        viewers.put("other-county", otherCounty());
        team = village.team(who("leader"), who("former"), who("seat"));
        open = village.project(1, 60);
        confidential = village.confidentialProject();
    }

    Actor who(String viewer) {
        return Objects.requireNonNull(viewers.get(viewer), viewer);
    }

    private void residents() {
        viewers.put("requester", somebody("requester"));
        viewers.put("follower", somebody("follower"));
        viewers.put("neighbour", somebody("neighbour"));
        var followers = village.the(Followers.class);
        var parent = village.the(Persons.class)
                .phone(
                        village.county,
                        who("requester").person(),
                        who("requester").person(),
                        null)
                .orElseThrow();
        followers.ask(who("follower"), parent.digits(), true).orThrow();
        var asked = followers.asking(who("requester")).getFirst();
        followers.allow(who("requester"), asked.id(), true).orThrow();
    }

    private void volunteers() {
        for (var volunteer : new String[] {"offered", "seat", "leader", "former"}) {
            var person = somebody(volunteer);
            village.enrol(person.person(), Village.ALWAYS, 1200);
            viewers.put(volunteer, person);
        }
    }

    private void staff() {
        var sister = village.the(UnitChanges.class)
                .open(village.administrator, institute, NewUnit.named("Zhangjia"))
                .orThrow();
        staff("clerk", village.station, Role.CLERK);
        staff("path", institute, Role.DISPATCHER);
        staff("above", village.center, Role.DISPATCHER);
        staff("sister", sister, Role.CLERK);
        viewers.put("administrator", village.administrator);
        staff("auditor", village.center, Role.AUDITOR);
    }

    private void staff(String viewer, UnitId unit, Role role) {
        viewers.put(viewer, village.appoint(somebody(viewer).person(), unit, role));
    }

    private Actor somebody(String viewer) {
        var name = aviary.word(Canary.ofPeople("name of " + viewer));
        var phone = new Phone(aviary.phone(Canary.ofPeople("phone of " + viewer)));
        var person =
                village.the(Persons.class).register(village.county, name, phone).orThrow();
        return Actor.withoutPosts(village.county, person);
    }

    private Actor otherCounty() {
        return TestCounty.found(
                        house.getBean(Foundings.class),
                        house.getBean(Transactions.class),
                        house.getBean(JdbcClient.class),
                        "Changle")
                .actor();
    }

    /** A machine's way in, with whatever its owner can give it. */
    String token(Actor actor) {
        var scopes = ApiScope.openTo(
                actor.isStaff() ? EnumSet.of(Standing.RESIDENT, Standing.STAFF) : EnumSet.of(Standing.RESIDENT));
        var token = at(NOW, () -> ApiClient.token(house, actor, scopes));
        aviary.piece(token, Canary.ofPeople("API token"));
        return token;
    }

    /** A group of the open project that waits for like needs. */
    OrderId group(boolean secret, Slot window) {
        var group = village.the(GroupOrders.class)
                .group(village.clerk, village.station, secret ? confidential : open, window)
                .orThrow();
        groups.add(group);
        return group;
    }

    <T> T at(Instant time, Supplier<T> step) {
        return village.the(AppClock.class).at(time, step);
    }

    /** When the service of an order at this turn is to be or was. */
    static Instant begins(Turn turn, boolean secret) {
        int second = secret ? 1 : 0;
        return switch (turn) {
            // The confidential one's check-out was forgotten days ago: no minute of it counts any more.
            case IN_SERVICE -> secret ? morning(-5) : NOW.minus(Duration.ofMinutes(20));
            case SERVED -> morning(-1 - second);
            case CLOSED -> morning(-3 - second);
            case ACCEPTED -> morning(1 + second);
            case CANCELLED -> morning(3 + second);
            case SUBMITTED, RETURNED, APPROVED, OFFERED, REFUSED, MERGED -> morning(5 + second);
        };
    }

    private static Instant morning(int days) {
        return NOW.minus(Duration.ofMinutes(20)).plus(Duration.ofDays(days));
    }
}
