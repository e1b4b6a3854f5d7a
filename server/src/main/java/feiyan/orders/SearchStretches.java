package feiyan.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The past in stretches of ids, which grow with time: the last weeks first, then the last year, some years, and all.
 * Whoever looks for a word that thousands of orders have finds enough of them in the first, and nobody collects the
 * others.
 */
final class SearchStretches {

    private static final List<Duration> BACK =
            List.of(Duration.ofDays(60), Duration.ofDays(365), Duration.ofDays(5 * 365));
    private static final UUID FIRST = new UUID(0, 0);
    /** An id's first four digits are the same for 2^32 milliseconds, some fifty days. */
    private static final int FOUR_DIGITS = 48;

    private static final int MILLIS = 16;

    private SearchStretches() {}

    /**
     * Ids from {@code since} on, before {@code before}.
     *
     * @param newest none is later by more than some weeks
     */
    record Stretch(UUID since, UUID before, UUID newest) {

        /** Whether it goes back to the very first. */
        boolean isWhole() {
            return since.equals(FIRST);
        }

        /** The first four digits of all its ids; another server's clock may be ahead by as much as one of them is. */
        List<String> beginnings() {
            long last = Math.min(four(before), four(newest) + 1);
            return LongStream.rangeClosed(four(since), last)
                    .mapToObj("%04x"::formatted)
                    .toList();
        }

        private static long four(UUID id) {
            return id.getMostSignificantBits() >>> FOUR_DIGITS;
        }
    }

    /** Reads at most so many, from the end of a stretch on. */
    interface Reading<T> {
        List<T> read(Stretch stretch, int atMost);
    }

    static Stretch all(UUID before) {
        return new Stretch(FIRST, before, before);
    }

    /** As many of the latest before {@code end} as one reading of everything would give, and in its order. */
    static <T> List<T> latest(UUID end, UUID newest, int atMost, Reading<T> reading) {
        var found = new ArrayList<T>();
        var until = end;
        for (var since : begins(end, newest)) {
            found.addAll(reading.read(new Stretch(since, until, newest), atMost - found.size()));
            if (found.size() == atMost) {
                break;
            }
            until = since;
        }
        return found;
    }

    /** Where each begins, the latest first; the last one begins before everything. */
    private static List<UUID> begins(UUID end, UUID newest) {
        var latest = later(end, newest).equals(end) ? newest : end;
        var moment = Instant.ofEpochMilli(latest.getMostSignificantBits() >>> MILLIS);
        var begins = new ArrayList<UUID>();
        for (var back : BACK) {
            var begin = first(moment.minus(back));
            if (later(begin, end).equals(end)) {
                begins.add(begin);
            }
        }
        begins.add(FIRST);
        return begins;
    }

    /** No id of that moment or later is less. */
    static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << MILLIS, 0);
    }

    /** As PostgreSQL compares them. */
    static UUID later(UUID one, UUID other) {
        return Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits()) < 0 ? other : one;
    }
}
