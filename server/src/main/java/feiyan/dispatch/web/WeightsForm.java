package feiyan.dispatch.web;

import feiyan.dispatch.Weight;
import feiyan.web.Mistakes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights as somebody typed them: whole numbers within their bounds. */
final class WeightsForm {

    private WeightsForm() {}

    /** What could be read of it; the mistakes say what could not. */
    static Map<Weight, Integer> read(Map<String, String> typed, Mistakes mistakes) {
        var wanted = new EnumMap<Weight, Integer>(Weight.class);
        for (var weight : Weight.values()) {
            var value = whole(typed.get(weight.field()));
            if (value == null || value < weight.least() || value > weight.most()) {
                mistakes.add(weight.field(), "dispatch.weights.out_of_bounds", weight.least(), weight.most());
            } else {
                wanted.put(weight, value);
            }
        }
        compare(wanted, Weight.OPEN_SEAT_URGENT.field(), mistakes);
        return wanted;
    }

    /** What is urgent never counts less than what is not. */
    static void compare(Map<Weight, Integer> wanted, String field, Mistakes mistakes) {
        var usual = wanted.get(Weight.OPEN_SEAT);
        var urgent = wanted.get(Weight.OPEN_SEAT_URGENT);
        if (usual != null && urgent != null && urgent < usual) {
            mistakes.add(field, "dispatch.weights.urgent_below", usual);
        }
    }

    private static @Nullable Integer whole(@Nullable String typed) {
        try {
            return typed == null
                    ? null
                    : Integer.valueOf(typed.strip().replace(",", "").replace("，", ""));
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
