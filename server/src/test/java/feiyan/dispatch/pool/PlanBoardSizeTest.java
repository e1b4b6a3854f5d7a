package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.dispatch.plan.PlanDesk;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How long a dispatcher waits for a plan of two thousand orders among sixty thousand volunteers, page included. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@WithoutTwin("sixty thousand are enough once")
class PlanBoardSizeTest {

    private static final int VOLUNTEERS = 60_000;
    private static final int SERVICES = 10_000;
    private static final int ORDERS = 2_000;
    private static final int KINDS = 12;

    /** Two seconds are promised on a machine of its own; this one is shared with other tests. */
    private static final long MOST_MILLIS = 10_000;

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
        var desk = new PlanDesk(village, dispatcher, village.center);
        desk.plan();
        for (int round = 1; round <= 3; round++) {
            timed(round, desk, dispatcher, village);
        }
    }

    private void timed(int round, PlanDesk desk, Actor dispatcher, Village village) {
        long began = System.nanoTime();
        var board = desk.plan();
        long made = millisSince(began);
        var page = "/dispatch/plan?unit=" + village.center.value();
        assertThat(web.get().uri(page).with(AsActor.of(dispatcher)).exchange()).hasStatusOk();
        long all = millisSince(began);
        var figures = Objects.requireNonNull(board.plan().figures());
        System.out.printf(
                "round %d: %d orders, %d of %d seats, made in %d ms (its own %d), with the page %d ms, cost %d, bound %d%n",
                round,
                figures.orders(),
                figures.proposed(),
                figures.seats(),
                made,
                figures.tookMillis(),
                all,
                figures.cost(),
                figures.bound());
        assertThat(figures.orders()).isEqualTo(ORDERS);
        assertThat(figures.proposed()).isGreaterThan(figures.seats() * 9 / 10);
        assertThat(all).isLessThan(MOST_MILLIS);
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

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
