package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.DayPart;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Ids;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The time that stands in the dispatcher's form is one that suits the household. */
class ProposedTimeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);

    /** Two in the afternoon of the Monday, in Tancheng. */
    private static final Instant AFTERNOON = Instant.parse("2026-06-15T06:00:00Z");

    @Test
    void whoCanInTheMorningsIsNotProposedAnAfternoon() {
        assertThat(ProposedTime.of(sheet(DayPart.MORNING, false), AFTERNOON).from())
                .isEqualTo(Instant.parse("2026-06-16T00:00:00Z"));
        assertThat(ProposedTime.of(sheet(DayPart.AFTERNOON, false), AFTERNOON).from())
                .isEqualTo(Instant.parse("2026-06-15T08:00:00Z"));
    }

    @Test
    void inTheEveningTheNextMorningIsProposedUnlessItIsUrgent() {
        var evening = Instant.parse("2026-06-15T13:00:00Z");
        assertThat(ProposedTime.of(sheet(null, false), evening).from())
                .isEqualTo(Instant.parse("2026-06-16T00:00:00Z"));
        assertThat(ProposedTime.of(sheet(null, true), evening).from()).isEqualTo(Instant.parse("2026-06-15T15:00:00Z"));
    }

    private static ServiceSheet sheet(@Nullable DayPart part, boolean urgent) {
        var unit = new UnitId(Ids.next());
        Slot week = DayPart.ANY.on(MONDAY, MONDAY.plusDays(4));
        return new ServiceSheet(
                new OrderId(Ids.next()),
                1,
                State.APPROVED,
                "N1",
                unit,
                unit,
                null,
                null,
                1,
                60,
                urgent,
                false,
                false,
                null,
                week,
                null,
                null,
                part);
    }
}
