package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.sun.management.OperatingSystemMXBean;
import feiyan.canary.WithoutTwin;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.dispatch.plan.Figures;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanPhase;
import feiyan.dispatch.plan.Plans;
import feiyan.menu.Menu;
import feiyan.menu.ProjectDraft;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How long a dispatcher waits for a plan of two thousand orders among sixty thousand volunteers, page included. */
@Tag("measured")
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@WithoutTwin("sixty thousand are enough once")
class PlanBoardSizeTest {

    private static final int VOLUNTEERS = 60_000;
    private static final int SERVICES = 10_000;
    private static final int ORDERS = 2_000;
    private static final int KINDS = 12;

    private static final Duration LOOK = Duration.ofMillis(2);

    /** The virtual machine compiles what it runs often; a house that has been open for a day has done so. */
    private static final int WARMING = 5;

    private static final int PRESSES = 9;

    /** Two seconds are promised on a machine of its own; this one is shared, so the fastest counts. */
    private static final long MOST_MILLIS = 6_000;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void aPlanOfTwoThousandOrdersComesWhileOneWaits() {
        var village = Village.in(house);
        new ManyPeople(village, clock.instant()).live(VOLUNTEERS, SERVICES);
        var projects = projects(village);
        orders(village, projects, Village.wednesday(clock.instant()));
        var dispatcher = village.staff("Zhou", village.center, Role.DISPATCHER);
        var presses = new ArrayList<Stages>();
        for (int press = 0; press < WARMING + PRESSES; press++) {
            presses.add(pressed(village, dispatcher));
            System.out.println((press == 0 ? "first, nothing read yet: " : "") + presses.getLast());
        }
        var warm = presses.subList(WARMING, presses.size());
        var whole = warm.stream().mapToLong(Stages::whole).sorted().toArray();
        var work = warm.stream().mapToLong(Stages::work).sorted().toArray();
        System.out.printf(
                "warm, ms: fastest %d, median %d, slowest %d; of the processors median %d%n",
                whole[0], whole[whole.length / 2], whole[whole.length - 1], work[work.length / 2]);
        assertThat(whole[0]).isLessThan(MOST_MILLIS);
    }

    /**
     * In milliseconds, as somebody at the board would count.
     *
     * @param work of the processors, the database's apart: that does not depend on what else the machine has to do
     */
    private record Stages(Map<String, Long> each, long work, Figures made) {

        long whole() {
            return each.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public String toString() {
            return "%d ms: %s; processors %d ms; %d orders, %d of %d seats, cost %d, bound %d"
                    .formatted(
                            whole(),
                            each,
                            work,
                            made.orders(),
                            made.proposed(),
                            made.seats(),
                            made.cost(),
                            made.bound());
        }
    }

    /** The button, the page with how far it is, and the board once that says no more. */
    private Stages pressed(Village village, Actor dispatcher) {
        var plans = village.the(Plans.class);
        var center = village.center;
        var seen = plans.ready(dispatcher, center).map(Plan::id);
        var unit = "?unit=" + center.value();
        long before = work();
        var watch = new Watch();
        press(dispatcher, center, seen.orElse(null));
        watch.done("button");
        shown(dispatcher, "/dispatch/plan/progress" + unit);
        watch.done("progress");
        awaited(plans, dispatcher, center, watch);
        assertThat(shown(dispatcher, "/dispatch/plan/progress" + unit)).isBlank();
        watch.done("progress");
        assertThat(shown(dispatcher, "/dispatch/plan/board" + unit)).contains("line-1");
        watch.done("board");
        long work = work() - before;
        return new Stages(watch.each, work, figures(plans.ready(dispatcher, center), seen));
    }

    private static Figures figures(Optional<Plan> standing, Optional<PlanId> before) {
        var plan = standing.orElseThrow();
        assertThat(Optional.of(plan.id())).isNotEqualTo(before);
        var made = Objects.requireNonNull(plan.figures());
        assertThat(made.orders()).isEqualTo(ORDERS);
        assertThat(made.proposed()).isGreaterThan(made.seats() * 9 / 10);
        return made;
    }

    private static long work() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }

    private void press(Actor dispatcher, UnitId unit, @Nullable PlanId seen) {
        var form = web.post().uri("/dispatch/plans").param("unit", unit.value().toString());
        if (seen != null) {
            form.param("seen", seen.value().toString());
        }
        assertThat(form.with(csrf()).with(AsActor.of(dispatcher)).exchange()).hasStatus3xxRedirection();
    }

    private static void awaited(Plans plans, Actor dispatcher, UnitId unit, Watch watch) {
        var phase = PlanPhase.READING;
        var making = plans.unready(dispatcher, unit);
        while (making.isPresent()) {
            if (making.get().phase() != phase) {
                watch.done(phase.name().toLowerCase(Locale.ROOT));
                phase = making.get().phase();
            }
            LockSupport.parkNanos(LOOK.toNanos());
            making = plans.unready(dispatcher, unit);
        }
        watch.done(phase.name().toLowerCase(Locale.ROOT));
    }

    private String shown(Actor dispatcher, String path) {
        var page = web.get().uri(path).with(AsActor.of(dispatcher)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static final class Watch {

        private final Map<String, Long> each = new LinkedHashMap<>();
        private long last = System.nanoTime();

        void done(String stage) {
            long now = System.nanoTime();
            each.merge(stage, (now - last) / 1_000_000, Long::sum);
            last = now;
        }
    }

    /** One skill each, one to three people. */
    private static List<ProjectId> projects(Village village) {
        village.project(1, 40);
        var projects = new ArrayList<ProjectId>();
        for (int kind = 0; kind < KINDS; kind++) {
            var draft = new ProjectDraft(
                    "BM%02d".formatted(80 + kind),
                    "Kind " + kind,
                    "skill " + kind,
                    60,
                    1 + kind % 3,
                    false,
                    null,
                    false,
                    false);
            projects.add(
                    village.the(Menu.class).add(village.administrator, draft).orThrow());
        }
        return projects;
    }

    /** Placed and approved as the doors would write it, each by another home, a week's windows all over the county. */
    private void orders(Village village, List<ProjectId> projects, Instant from) {
        village.the(Transactions.class)
                .write(() -> {
                    insert(village, projects, from);
                    approved(village);
                    return Outcome.done(village);
                })
                .orThrow();
        db.sql("analyze service_order").update();
    }

    private void insert(Village village, List<ProjectId> projects, Instant from) {
        db.sql("""
                insert into service_order (county_id, id, version, state, number, unit_id, station_id,
                  dispatching_unit_id, project_id, channel, requester_id, placed_by, headcount, duration_minutes,
                  latitude, longitude, window_from, window_to, placed_at)
                select :county, md5('w' || n)::uuid, 2, 'APPROVED', 'W' || n, :station, :station, :station,
                  (:projects::uuid[])[1 + n % :kinds], 'PHONE_PAGE', md5('p' || n)::uuid, md5('p' || n)::uuid, 1 + n % :kinds % 3, 60,
                  34.4 + (('x' || substr(md5('wlat' || n), 1, 4))::bit(16)::int % 200) * 0.002,
                  118.1 + (('x' || substr(md5('wlon' || n), 1, 4))::bit(16)::int % 250) * 0.002,
                  :from::timestamptz + n % 5 * interval '1 day', :from::timestamptz + (2 + n % 5) * interval '1 day',
                  :from::timestamptz - interval '9 days'
                from generate_series(1, :many) n
                """)
                .param("county", village.county.value())
                .param("station", village.station.value())
                .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .param("kinds", KINDS)
                .param("from", DbTime.of(from))
                .param("many", ORDERS)
                .update();
    }

    private void approved(Village village) {
        db.sql("""
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                select :county, md5('w' || n)::uuid, e.version, e.from_state, e.command, e.to_state, :at, :station
                from generate_series(1, :many) n
                cross join (values (1, 'NEW', 'place', 'SUBMITTED'), (2, 'SUBMITTED', 'approve', 'APPROVED'))
                  e (version, from_state, command, to_state)
                """)
                .param("county", village.county.value())
                .param("at", DbTime.of(clock.instant()))
                .param("station", village.station.value())
                .param("many", ORDERS)
                .update();
    }
}
