package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Planning;
import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.pool.Replayed.Given;
import feiyan.menu.Menu;
import feiyan.menu.ProjectDraft;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.CoarsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The last thirty days of a county: two thousand orders among sixty thousand people. */
@Tag("measured")
@FeiyanTest(properties = "feiyan.jobs=false")
@WithoutTwin("sixty thousand are enough once")
@TestInstance(Lifecycle.PER_CLASS)
class PastPlansTest {

    private static final int VOLUNTEERS = 60_000;
    private static final int ORDERS = 2_000;
    private static final int SKILLS = 20;
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private PastPlans plans;

    @Autowired
    private Pools pools;

    @Autowired
    private Planning planning;

    @Autowired
    private AppClock clock;

    private final Random random = new Random(7);
    private final List<ProjectId> projects = new ArrayList<>();
    private Village village;
    private List<PastOrder> orders = List.of();

    @BeforeAll
    void aCounty() {
        village = Village.in(house);
        new ManyPeople(village, clock.instant()).live(VOLUNTEERS, 3_000);
        village.project(1, 40);
        for (int n = 0; n < SKILLS; n++) {
            var draft = new ProjectDraft(
                    "BM%02d".formatted(50 + n), "Help " + n, "skill " + n, 60, 1, false, null, false, false);
            projects.add(
                    village.the(Menu.class).add(village.administrator, draft).orThrow());
        }
        var monday = Village.wednesday(clock.instant()).minus(Duration.ofDays(45));
        var made = new ArrayList<PastOrder>();
        for (int n = 0; n < ORDERS; n++) {
            made.add(order(monday.plus(Duration.ofHours(24L * random.nextInt(30) + random.nextInt(8)))));
        }
        orders = List.copyOf(made);
    }

    private PastOrder order(Instant from) {
        var time = new Slot(from, from.plus(Duration.ofMinutes(60)));
        var place = new CoarsePosition(34.4 + random.nextInt(200) * 0.002, 118.1 + random.nextInt(250) * 0.002);
        var sheet = new ServiceSheet(
                new OrderId(UUID.randomUUID()),
                1,
                State.SERVED,
                "X",
                village.station,
                village.station,
                village.station,
                projects.get(random.nextInt(SKILLS)),
                1 + random.nextInt(3),
                60,
                random.nextInt(10) == 0,
                false,
                false,
                place,
                time,
                time,
                null,
                null);
        return new PastOrder(sheet, time);
    }

    @Test
    void bothPlansAreThereWithinSeconds() {
        pools.of(village.county);
        var shares = new ArrayList<Double>();
        long began = System.nanoTime();
        var held = plans.of(village.county, orders, Weights.STANDARD, shares::add);
        var tried = plans.of(
                village.county,
                orders,
                DispatchWeights.of(Policy.standard().with(Policy.WEIGHT_RECENT, 400)),
                share -> {});
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "%d orders, %d seats among %d people planned anew twice: %d ms, filled %d and %d, best %d people%n",
                ORDERS,
                held.seats(),
                VOLUNTEERS,
                took.toMillis(),
                held.given().size(),
                tried.given().size(),
                held.able().size());
        assertThat(took).isLessThan(GENEROUS);
        assertThat(shares).isSorted().endsWith(1.0).hasSizeGreaterThan(3);
        assertThat(held.given()).hasSizeGreaterThan(held.seats() / 2);
        assertThat(held.given().size() + held.unfillable()).isLessThanOrEqualTo(held.seats());
        assertThat(people(held)).isNotEqualTo(people(tried));
        assertThat(held.able())
                .containsAll(held.given().stream().map(Given::volunteer).toList());
    }

    @Test
    void theSamePastWithTheSameWeightsIsTheSamePlanAndBreaksNoRule() {
        var some = orders.subList(0, 300);
        var once = plans.of(village.county, some, Weights.STANDARD, share -> {});
        var again = plans.of(village.county, some, Weights.STANDARD, share -> {});
        assertThat(people(again)).isEqualTo(people(once));
        var pool = pools.of(village.county);
        var sheets = new HashMap<OrderId, PastOrder>();
        some.forEach(past -> sheets.put(past.order().id(), past));
        for (var given : once.given()) {
            var past = Objects.requireNonNull(sheets.get(given.order()));
            var service = planning.at(village.county, past.order(), past.time());
            assertThat(pool.against(given.volunteer(), past.order(), service)).isEmpty();
            assertThat(given.minutes()).isEqualTo(60);
        }
        var pairs = new HashSet<String>();
        once.given().forEach(given -> pairs.add(given.order() + " " + given.volunteer()));
        assertThat(pairs).as("nobody twice at one order").hasSameSizeAs(once.given());
    }

    private static Map<OrderId, Set<PersonId>> people(Replayed replayed) {
        var people = new HashMap<OrderId, Set<PersonId>>();
        replayed.given()
                .forEach(given -> people.computeIfAbsent(given.order(), none -> new HashSet<>())
                        .add(given.volunteer()));
        return people;
    }
}
