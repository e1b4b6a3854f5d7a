package feiyan.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something of which the operator is told how much there is. Nothing about anybody: a number, and under which of a few
 * labels it stands.
 *
 * @param name in dots, such as {@code feiyan.offers.open}
 * @param label what tells its readings apart, as {@code state}; null where there is one reading only
 * @param meaning for whoever sees it for the first time
 */
public record Measure(String name, Unit unit, @Nullable String label, String meaning) {

    public enum Unit {
        /** Two counties together have the sum of both. */
        NUMBER,
        /** Two counties together have the longer. */
        SECONDS
    }

    /** One reading; {@code at} is its value of the label, empty where the measure has none. */
    public record Reading(Measure of, String at, double value) {

        public Reading and(Reading other) {
            var together = of.unit == Unit.NUMBER ? value + other.value : Math.max(value, other.value);
            return new Reading(of, at, together);
        }
    }

    public static Measure number(String name, String meaning) {
        return new Measure(name, Unit.NUMBER, null, meaning);
    }

    public static Measure seconds(String name, String meaning) {
        return new Measure(name, Unit.SECONDS, null, meaning);
    }

    public Measure by(String word) {
        return new Measure(name, unit, word, meaning);
    }

    public Reading is(long number) {
        return is("", number);
    }

    public Reading is(String at, long number) {
        return new Reading(this, at, number);
    }

    /** Nobody waits less than not at all: the clocks of two machines differ a little. */
    public Reading is(String at, Duration time) {
        return new Reading(this, at, Math.max(0, time.toMillis() / 1000.0));
    }

    public Reading is(Duration time) {
        return is("", time);
    }
}
