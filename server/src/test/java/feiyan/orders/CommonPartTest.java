package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.menu.ProjectId;
import feiyan.platform.Ids;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Households are served together only where a part of the day suits all of them. */
class CommonPartTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);
    private static final Slot WEEK = DayPart.ANY.on(MONDAY, MONDAY.plusDays(4));
    private static final Instant BEFORE = WEEK.from().minus(Duration.ofDays(1));

    @Test
    void whoSaysMorningsAndWhoDoesNotMindMeetInTheMornings() {
        var common = CommonTime.of(List.of(child(WEEK, null, 60), child(WEEK, DayPart.MORNING, 60)), BEFORE);
        assertThat(common.apart()).isEmpty();
        assertThat(common.part()).isEqualTo(DayPart.MORNING);
    }

    @Test
    void morningsAndAfternoonsAreKeptApart() {
        var afternoon = child(WEEK, DayPart.AFTERNOON, 60);
        var common = CommonTime.of(List.of(child(WEEK, DayPart.MORNING, 60), afternoon), BEFORE);
        assertThat(common.apart()).containsExactly(afternoon);
        assertThat(common.part()).isEqualTo(DayPart.MORNING);
    }

    @Test
    void oneAfternoonIsNoneOfTheMornings() {
        var one = child(DayPart.AFTERNOON.on(MONDAY), null, 60);
        assertThat(CommonTime.of(List.of(child(WEEK, DayPart.MORNING, 60), one), BEFORE)
                        .apart())
                .containsExactly(one);
    }

    @Test
    void anOpenGroupTakesWhoCanComeInItsPartOfTheDay() {
        var mornings = group(WEEK, DayPart.MORNING, null);
        assertThat(mornings.suits(child(WEEK, DayPart.MORNING, 60))).isTrue();
        assertThat(mornings.suits(child(WEEK, null, 60))).isTrue();
        assertThat(mornings.suits(child(WEEK, DayPart.AFTERNOON, 60))).isFalse();
        assertThat(group(WEEK, null, null).suits(child(WEEK, DayPart.MORNING, 60)))
                .isFalse();
        var agreed = group(WEEK, null, DayPart.MORNING.on(MONDAY));
        assertThat(agreed.suits(child(WEEK, DayPart.MORNING, 60))).isTrue();
        assertThat(agreed.suits(child(WEEK, DayPart.AFTERNOON, 60))).isFalse();
    }

    private static OpenGroup group(Slot window, @Nullable DayPart part, @Nullable Slot agreed) {
        return new OpenGroup(
                new OrderId(Ids.next()),
                "G1",
                State.APPROVED,
                new ProjectId(Ids.next()),
                new UnitId(Ids.next()),
                window,
                agreed,
                part,
                2);
    }

    private static GroupChild child(Slot window, @Nullable DayPart part, int minutes) {
        var unit = new UnitId(Ids.next());
        return new GroupChild(
                new OrderId(Ids.next()), 1, "N1", State.APPROVED, null, null, unit, unit, window, minutes, part, "");
    }
}
