package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchStretchesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID END = new UUID(-1, -1);

    private final List<UUID> begins = new ArrayList<>();

    @Test
    void enoughOfTheLastWeeksIsEnough() {
        assertThat(latest(END, 2, at(1), at(2), at(300))).containsExactly(at(1), at(2));
        assertThat(begins).hasSize(1);
    }

    @Test
    void whatIsMissingComesFromTheTimeBeforeInItsOrder() {
        assertThat(latest(END, 4, at(1), at(400), at(4_000), at(9_000)))
                .containsExactly(at(1), at(400), at(4_000), at(9_000));
        assertThat(latest(END, 9, at(3), at(1))).containsExactly(at(1), at(3));
        assertThat(begins).contains(new UUID(0, 0));
    }

    @Test
    void theNextPageLooksBackFromWhereTheLastOneEnded() {
        assertThat(latest(at(2_000), 2, at(1), at(2_000), at(2_001), at(2_050))).containsExactly(at(2_001), at(2_050));
        assertThat(begins).hasSize(1);
    }

    /** The index knows ids by them: a stretch that left one out would find none of its orders. */
    @Test
    void aStretchNamesTheFirstDigitsOfAllItsIds() {
        var stretch = new SearchStretches.Stretch(at(400), at(2), at(0));
        var named = new HashSet<>(stretch.beginnings());
        for (int days = 400; days >= 2; days--) {
            assertThat(named).contains(at(days).toString().substring(0, 4));
        }
        assertThat(named).hasSizeLessThan(12);
    }

    @Test
    void aServersClockMayBeAheadByWeeks() {
        var stretch = new SearchStretches.Stretch(at(60), END, at(0));
        assertThat(stretch.beginnings()).contains(at(-45).toString().substring(0, 4));
    }

    private List<UUID> latest(UUID end, int most, UUID... all) {
        var sorted = new ArrayList<>(List.of(all));
        sorted.sort(Collections.reverseOrder());
        return SearchStretches.latest(end, at(0), most, (stretch, atMost) -> {
            begins.add(stretch.since());
            return sorted.stream()
                    .filter(id -> unsigned(id, stretch.since()) >= 0 && unsigned(id, stretch.before()) < 0)
                    .limit(atMost)
                    .toList();
        });
    }

    /** As PostgreSQL compares them. */
    private static int unsigned(UUID one, UUID other) {
        return Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    }

    /** An id of so many days ago. */
    private static UUID at(int days) {
        long millis = NOW.minus(Duration.ofDays(days)).toEpochMilli();
        return new UUID(millis << 16 | 0x7000, 1L << 63);
    }
}
