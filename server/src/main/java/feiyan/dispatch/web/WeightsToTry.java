package feiyan.dispatch.web;

import feiyan.dispatch.Weight;
import feiyan.web.Mistakes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights as a machine sends them; what is left out stays as it is. */
record WeightsToTry(
        @Nullable Integer way,
        @Nullable Integer recent,
        @Nullable Integer again,
        @Nullable Integer regular,
        @Nullable Integer named,
        @Nullable Integer rating,
        @Nullable Integer response,
        @Nullable Integer openSeat,
        @Nullable Integer openSeatUrgent) {

    Map<Weight, Integer> over(Map<Weight, Integer> now, Mistakes mistakes) {
        var wanted = new EnumMap<>(now);
        for (var weight : Weight.values()) {
            var value = of(weight);
            if (value != null) {
                if (value < weight.least() || value > weight.most()) {
                    mistakes.add(field(weight), "dispatch.weights.out_of_bounds", weight.least(), weight.most());
                }
                wanted.put(weight, value);
            }
        }
        WeightsForm.compare(wanted, field(Weight.OPEN_SEAT_URGENT), mistakes);
        return wanted;
    }

    private @Nullable Integer of(Weight weight) {
        return switch (weight) {
            case WAY -> way;
            case RECENT -> recent;
            case AGAIN -> again;
            case REGULAR -> regular;
            case NAMED -> named;
            case RATING -> rating;
            case RESPONSE -> response;
            case OPEN_SEAT -> openSeat;
            case OPEN_SEAT_URGENT -> openSeatUrgent;
        };
    }

    private static String field(Weight weight) {
        return switch (weight) {
            case OPEN_SEAT -> "openSeat";
            case OPEN_SEAT_URGENT -> "openSeatUrgent";
            default -> weight.field();
        };
    }
}
