package feiyan.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of the things a county may decide for itself.
 *
 * @param key as it stands in the table {@code policy}
 * @param standard what holds where the county has not decided
 * @param least the smallest that a county may decide, where there is an order of sizes
 * @param most the greatest
 * @param read throws {@link IllegalArgumentException} for what the county may not decide
 */
public record Setting<T>(
        String key,
        T standard,
        @Nullable T least,
        @Nullable T most,
        Function<String, T> read,
        Function<T, String> write) {

    static Setting<Integer> number(String key, int standard, int least, int most) {
        return new Setting<>(
                key,
                standard,
                least,
                most,
                text -> within(Integer.valueOf(text), least, most, key),
                value -> value.toString());
    }

    static Setting<Duration> duration(String key, Duration standard, Duration least, Duration most) {
        return new Setting<>(
                key, standard, least, most, text -> within(parse(text), least, most, key), Duration::toString);
    }

    static Setting<Boolean> flag(String key, boolean standard) {
        return new Setting<>(key, standard, null, null, Setting::onOrOff, value -> value ? "on" : "off");
    }

    static Setting<List<DaySpan>> hours(String key, String standard) {
        return new Setting<>(key, DaySpan.parse(standard), null, null, DaySpan::parse, DaySpan::write);
    }

    /** No network named means any. */
    static Setting<Networks> networks(String key) {
        return new Setting<>(key, Networks.NONE, null, null, Networks::parse, Networks::write);
    }

    /** The value that holds where the county has not decided, as it would stand in the table. */
    public String standardText() {
        return write.apply(standard);
    }

    /** Whether a county may decide so, as text. */
    public boolean allowsText(String text) {
        try {
            return allows(read.apply(text));
        } catch (IllegalArgumentException outOfBounds) {
            return false;
        }
    }

    /** Whether a county may decide so. */
    boolean allows(T value) {
        try {
            return value.equals(read.apply(write.apply(value)));
        } catch (IllegalArgumentException outOfBounds) {
            return false;
        }
    }

    private static <C extends Comparable<C>> C within(C value, C least, C most, String key) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " is between " + least + " and " + most + ", not " + value);
        }
        return value;
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("not a duration: " + text, malformed);
        }
    }

    private static boolean onOrOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off, not " + text);
        };
    }
}
