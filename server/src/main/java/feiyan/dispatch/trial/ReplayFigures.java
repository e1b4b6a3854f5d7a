package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.dispatch.measures.Spread;
import feiyan.dispatch.pool.Replayed;
import feiyan.dispatch.pool.Replayed.Given;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of planning the past anew with one set of weights.
 *
 * @param seats of all orders
 * @param filled of them
 * @param unfillable of them, those that nobody could fill
 * @param meanMetres the straight line from home; null where no seat has a way
 * @param ninthMetres nine in ten have no farther to go
 * @param asked how many people would have been asked
 * @param spread of the minutes, over everybody who was among the best for at least one order under either set of
 *     weights
 */
public record ReplayFigures(
        int seats,
        int filled,
        int unfillable,
        @Nullable Integer meanMetres,
        @Nullable Integer ninthMetres,
        int asked,
        Spread spread) {

    private static final double NINE_IN_TEN = 0.9;

    static ReplayFigures of(Replayed replayed, Set<PersonId> able) {
        var given = replayed.given();
        var metres = given.stream()
                .map(Given::metres)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        Map<PersonId, Integer> minutes =
                given.stream().collect(Collectors.groupingBy(Given::volunteer, Collectors.summingInt(Given::minutes)));
        return new ReplayFigures(
                replayed.seats(),
                given.size(),
                replayed.unfillable(),
                metres.length == 0
                        ? null
                        : (int) Math.round(Arrays.stream(metres).average().orElseThrow()),
                metres.length == 0 ? null : metres[(int) Math.ceil(NINE_IN_TEN * metres.length) - 1],
                minutes.size(),
                Spread.of(able.stream()
                        .mapToInt(person -> minutes.getOrDefault(person, 0))
                        .toArray()));
    }
}
