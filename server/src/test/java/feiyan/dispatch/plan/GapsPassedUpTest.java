package feiyan.dispatch.plan;

import static feiyan.dispatch.plan.PlanDesk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.volunteers.WeekHours;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What nobody here can do goes to the unit above at one press. Each test has its own village. */
@FeiyanTest(properties = "feiyan.jobs=false")
class GapsPassedUpTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private GapsPassedUp gaps;

    private Village village;
    private PlanDesk desk;
    private OrderId one;
    private OrderId other;
    private Board board;

    @BeforeEach
    void twoOrdersAndNobodyForThem() {
        village = Village.in(house);
        desk = new PlanDesk(village);
        village.volunteer("Never", WeekHours.NONE, 600);
        one = order();
        other = order();
        board = desk.plan();
        assertThat(board.gaps()).hasSize(2);
    }

    @Test
    void theUnitAboveHasThemAllAndReadsWhatIsMissing() {
        var passed = gaps.passUp(village.clerk, board.plan().id(), List.of(one, other), "no barber here")
                .orThrow();

        assertThat(passed.passed()).isEqualTo(2);
        assertThat(passed.stayed()).isEmpty();
        assertThat(passed.above()).isEqualTo(above().name());
        for (var order : List.of(one, other)) {
            var sheet =
                    village.the(ServiceSheets.class).find(village.county, order).orElseThrow();
            assertThat(sheet.state()).isEqualTo(State.SUBMITTED);
            assertThat(sheet.standsAt()).isEqualTo(above().id());
        }
    }

    @Test
    void whatHasMovedOnMeanwhileStaysAndTheOthersGo() {
        village.the(Orders.class)
                .cancel(village.requester, one, village.version(one), "no_need")
                .orThrow();

        var passed = gaps.passUp(village.clerk, board.plan().id(), List.of(one, other), null)
                .orThrow();

        assertThat(passed.passed()).isEqualTo(1);
        assertThat(passed.stayed())
                .singleElement()
                .satisfies(it -> assertThat(it.order()).isEqualTo(one));
    }

    @Test
    void whatStandsInNoGapOfThePlanIsLeftAlone() {
        var elsewhere = order();

        assertThat(refusal(gaps.passUp(village.clerk, board.plan().id(), List.of(elsewhere), null)))
                .isEqualTo("plan.no_gap");
    }

    @Test
    void whoeverDoesNotDispatchHereAndWhoeverHasNobodyAboveIsTold() {
        var id = board.plan().id();
        assertThat(refusal(gaps.passUp(village.requester, id, List.of(one), null)))
                .isEqualTo("plan.not_yours");
        var zhou = village.staff("Zhou", village.center, Role.DISPATCHER);
        var whole = new PlanDesk(village, zhou, village.center).plan();

        assertThat(gaps.passUp(zhou, whole.plan().id(), List.of(one), null))
                .isEqualTo(Outcome.refused("plan.nobody_above"));
    }

    private Unit above() {
        return village.the(Units.class).parent(village.county, village.station).orElseThrow();
    }

    private OrderId order() {
        Instant wednesday = Village.wednesday(clock.instant());
        return village.approved(village.project(1, 60), wednesday);
    }
}
