package feiyan.bench.loop;

import feiyan.bench.WrongUse;
import feiyan.bench.county.CountySize;
import feiyan.bench.dispatch.Words;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How long, and how many at once.
 *
 * @param lanes those that run; without the others one sees sooner what a change has done to one
 */
record Setting(double seconds, int clients, int people, int past, boolean statements, Set<String> lanes) {

    static final int COUNTED = 20;

    private static final int OF_A_ROUND = 3;
    private static final int FEWEST = 4;
    private static final int OF_A_SECOND = 20;
    private static final int MOST_SIGNED_IN = 80;
    private static final double NANOS = 1e9;

    static Setting of(List<String> given) {
        var words = Words.of(
                given,
                Set.of("--seconds", "--clients", "--volunteers", "--past", "--lanes"),
                Set.of("--statements"),
                LoopBench.USAGE);
        return new Setting(
                words.seconds("--seconds", 30),
                (int) words.number("--clients", 4, 1, 12),
                (int) words.number("--volunteers", 60_000, 600, 60_000),
                (int) words.number("--past", 200_000, 0, 5_000_000),
                words.has("--statements"),
                lanes(words));
    }

    private static Set<String> lanes(Words words) {
        var all = Set.of("floor", "door", "api", "http", "flowable");
        var named = words.flags().get("--lanes");
        var lanes = named == null ? all : Set.copyOf(List.of(named.split(",")));
        if (!all.containsAll(lanes)) {
            throw new WrongUse("usage: " + LoopBench.USAGE);
        }
        return lanes;
    }

    int rounds() {
        return (int) Math.max(1, seconds / OF_A_ROUND);
    }

    Duration round() {
        return Duration.ofNanos((long) (seconds * NANOS)).dividedBy(rounds());
    }

    /** As long as what follows: a server that people use was started days ago, and has nothing left to compile. */
    Duration practice() {
        return round().multipliedBy(Math.max(2, rounds()));
    }

    /**
     * Of each client, and as many residents: a lane that plays a hundred loops a second with each client asks nobody
     * more than ten times, practice and all.
     */
    int volunteers() {
        return FEWEST + (int) (OF_A_SECOND * seconds);
    }

    /** The same in the slowest lane by far, where each has to sign in first: so many may within an hour. */
    int signedIn() {
        return FEWEST + (int) Math.min(MOST_SIGNED_IN, seconds);
    }

    CountySize size() {
        var full = CountySize.full();
        return new CountySize(people, people / 3, full.teams(), past, full.aYear(), full.seed());
    }

    String json() {
        return "\"volunteers\":%d,\"past_orders\":%d,\"clients\":%d,\"seconds\":%s"
                .formatted(people, past, clients, seconds);
    }
}
