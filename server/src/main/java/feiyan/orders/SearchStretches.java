package feiyan.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The past in stretches of ids, which grow with time: the last year first, then some years, then all. Whoever looks for
 * a word that thousands of orders have finds enough of them in the first, and nobody collects the others.
 */
final class SearchStretches {

    private static final List<Duration> BACK = List.of(Duration.ofDays(365), Duration.ofDays(5 * 365));
    static final UUID FIRST = new UUID(0, 0);
    private static final int SEVEN = 7;

    private SearchStretches() {}

    /** Reads at most so many from the end of a stretch on; ids from {@code since} on, before {@code end}. */
    interface Reading<T> {
        List<T> read(UUID since, UUID end, int atMost);
    }

    /** As many of the latest before {@code end} as one reading of everything would give, and in its order. */
    static <T> List<T> latest(UUID end, Instant now, int atMost, Reading<T> reading) {
        var found = new ArrayList<T>();
        var until = end;
        for (var since : before(end, now)) {
            found.addAll(reading.read(since, until, atMost - found.size()));
            if (found.size() == atMost) {
                break;
            }
            until = since;
        }
        return found;
    }

    /** Where each begins, the latest first; the last one begins before everything. */
    private static List<UUID> before(UUID end, Instant now) {
        var latest = end.version() == SEVEN ? Instant.ofEpochMilli(end.getMostSignificantBits() >>> 16) : now;
        var begins = new ArrayList<UUID>();
        BACK.forEach(back -> begins.add(first(latest.minus(back))));
        begins.add(FIRST);
        return begins;
    }

    /** No id of that moment or later is less. */
    private static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}
