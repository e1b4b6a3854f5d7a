package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.OfferReason.Way;
import feiyan.dispatch.OtherAsked.Why;
import feiyan.dispatch.OthersAskedRows.Row;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparedTest {

    private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");
    private static final Slot TIME = new Slot(THEN.plusSeconds(7200), THEN.plusSeconds(10_800));

    private static Row asked(@Nullable OfferReason reason) {
        return new Row(new OrderId(Ids.next()), false, reason == null, TIME, THEN, reason);
    }

    private static Row asked(Way way, int metres, int visits, int booked, int askedBefore) {
        return asked(new OfferReason(way, metres, visits, booked, askedBefore, null));
    }

    /** A kilometre away, two hours that week, asked once, never there. */
    private static Set<Why> why(Row... others) {
        return new Compared(List.of(others), 1000, 120, 1, false).why(3);
    }

    @Test
    void alikeIsSaidWhereNothingTellsThemApart() {
        assertThat(why(asked(Way.CHOSEN, 900, 0, 120, 1))).containsExactly(Why.ALIKE);
    }

    @Test
    void nearerLessBusyAndAskedLessCountOnlyWhereAllOfThemAreSo() {
        var better = asked(Way.CHOSEN, 500, 0, 60, 0);
        assertThat(why(better)).containsExactly(Why.NEARER, Why.LESS_BUSY, Why.ASKED_LESS);
        assertThat(why(better, asked(Way.CHOSEN, 2000, 0, 600, 2))).containsExactly(Why.ALIKE);
    }

    @Test
    void aWishAndAnAcquaintanceCountWhereOneOfThemHasIt() {
        var worse = asked(Way.CHOSEN, 2000, 0, 600, 2);
        assertThat(why(worse, asked(Way.WISHED, 2000, 3, 600, 2))).containsExactly(Why.WISHED, Why.KNOWN_THERE);
        var known = new Compared(List.of(asked(Way.CHOSEN, 1000, 3, 120, 1)), 1000, 120, 1, true);
        assertThat(known.why(3)).containsExactly(Why.ALIKE);
    }

    @Test
    void whoWasAskedAsOftenAsTheCountyLetsIsTold() {
        assertThat(new Compared(List.of(asked(Way.CHOSEN, 1000, 0, 120, 3)), 1000, 120, 3, false).why(3))
                .containsExactly(Why.ASKED_ENOUGH);
    }

    @Test
    void aTeamAndSomebodyWhoTookItByThemselvesAreToldAsThat() {
        assertThat(why(asked(null))).containsExactly(Why.TEAM);
        assertThat(why(asked(Way.TAKEN, 100, 0, 0, 0))).containsExactly(Why.TAKEN);
    }
}
