package feiyan.orders;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which command a state knows at all, read off the types: a state's {@code Move} lists its commands. For pages, which
 * show only what can be done, for the picture in the docs, and for the test that holds types and table together.
 */
public final class OrderGraph {

    private static final Map<State, Set<Verb>> KNOWN = read();

    private OrderGraph() {}

    public static boolean leads(State from, Verb verb) {
        return KNOWN.getOrDefault(from, Set.of()).contains(verb);
    }

    private static Map<State, Set<Verb>> read() {
        var known = new EnumMap<State, Set<Verb>>(State.class);
        for (var state : Order.class.getPermittedSubclasses()) {
            var verbs = EnumSet.noneOf(Verb.class);
            for (var inner : state.getDeclaredClasses()) {
                for (var command : inner.getPermittedSubclasses()) {
                    verbs.add(Verb.valueOf(snake(command)));
                }
            }
            known.put(State.valueOf(state == Order.Unplaced.class ? "NEW" : snake(state)), verbs);
        }
        return known;
    }

    /** {@code AskBack} is {@code ASK_BACK}. */
    private static String snake(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
