package feiyan.bench.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those that are compared take turns, a few looks each, in an order that changes: what the machine does meanwhile, and
 * what the JDK still learns, falls on all of them alike.
 */
final class SideBySide {

    /** Looks of a turn: the first has what another's turn has driven from the processor's caches to fetch again. */
    private static final int TURN = 4;

    private SideBySide() {}

    /** @param looks at least so many of each */
    static <T> void take(List<T> all, int looks, Consumer<T> look) {
        int fair = 2 * all.size();
        int rounds = Math.ceilDiv(looks, TURN * fair) * fair;
        for (int round = 0; round < rounds; round++) {
            for (var each : order(all, round)) {
                for (int time = 0; time < TURN; time++) {
                    look.accept(each);
                }
            }
        }
    }

    /**
     * Each begins at another one, forwards and then backwards, so that in the end each stood as often at each place.
     */
    static <T> List<T> order(List<T> all, int round) {
        var order = new ArrayList<>(all);
        Collections.rotate(order, -(round / 2));
        return round % 2 == 0 ? order : order.reversed();
    }
}
