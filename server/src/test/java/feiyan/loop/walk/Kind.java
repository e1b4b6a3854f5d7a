package feiyan.loop.walk;

import feiyan.orders.State;
import feiyan.platform.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * One thing that somebody can press, with how often it is pressed where it fits. It is pressed where it does not fit,
 * too.
 *
 * @param weights by the order's state
 */
record Kind(String name, Map<State, Integer> weights, Deed deed) {

    interface Deed {
        Outcome<?> attempt(Turn turn);
    }

    /** @param fits such as {@code "SUBMITTED:3 APPROVED:1"}, or {@code "ALL:1"} */
    static Kind of(String name, String fits, Deed deed) {
        var weights = new EnumMap<State, Integer>(State.class);
        for (var fit : fits.split(" ", -1)) {
            var cells = fit.split(":", -1);
            int weight = Integer.parseInt(cells[1]);
            if (cells[0].equals("ALL")) {
                Arrays.stream(State.values()).forEach(state -> weights.put(state, weight));
            } else {
                weights.put(State.valueOf(cells[0]), weight);
            }
        }
        return new Kind(name, weights, deed);
    }
}
