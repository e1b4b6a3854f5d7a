package feiyan.dispatch.web;

import feiyan.dispatch.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The weights as they stand on the page: what each means, and an example in this county's own numbers. */
@Component
class WeightsView {

    private static final int ROUND = 10;

    /** So many steps lead from the least to the most where both are large. */
    private static final int STEPS = 1_000;

    private final MessageSource messages;

    WeightsView(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One weight.
     *
     * @param words of the example, with a # where the number stands; the page's script fills it in anew
     * @param none said instead where nothing is to be compared with
     */
    record Line(
            Weight weight, String key, int now, String standard, int step, String example, String words, String none) {}

    List<Line> lines(Map<Weight, Integer> now) {
        return Arrays.stream(Weight.values()).map(weight -> line(weight, now)).toList();
    }

    private Line line(Weight weight, Map<Weight, Integer> now) {
        var example = "dispatch.weights.example." + weight.field();
        var none = word("dispatch.weights.example.none");
        var number = number(weight, now);
        return new Line(
                weight,
                weight.setting().key(),
                Objects.requireNonNull(now.get(weight)),
                is(weight, weight.setting().standard()),
                Math.max(1, (weight.most() - weight.least()) / STEPS),
                number == null ? none : word(example, number),
                word(example, "#"),
                none);
    }

    /** A weight in kilometres further away; the way itself in hours served lately. */
    private static @Nullable String number(Weight weight, Map<Weight, Integer> now) {
        double way = Objects.requireNonNull(now.get(Weight.WAY));
        if (weight == Weight.WAY) {
            int recent = Objects.requireNonNull(now.get(Weight.RECENT));
            return recent == 0 ? null : said(way / recent);
        }
        return said(Objects.requireNonNull(now.get(weight)) * weight.inExample() / way);
    }

    private static String said(double number) {
        return (number < ROUND ? "%.1f" : "%.0f").formatted(number);
    }

    /** A value with its unit. */
    String is(Weight weight, int value) {
        return word("policy." + weight.setting().key() + ".is", value);
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
