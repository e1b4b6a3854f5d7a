package feiyan.units.web;

import feiyan.platform.DaySpan;
import feiyan.platform.Networks;
import feiyan.platform.Setting;
import feiyan.web.Mistakes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting's new value as somebody typed it: a length of time in hours and minutes, all else in one field.
 *
 * @param seen what held when the page was shown
 */
record SettingForm(
        @Nullable String seen,
        @Nullable String value,
        @Nullable String hours,
        @Nullable String minutes) {

    private static final int MINUTES = 60;
    private static final int LONGEST_NUMBER = 5;

    /** How the page asks for it. */
    static String kind(Setting<?> setting) {
        return switch (setting.standard()) {
            case Duration _ -> "duration";
            case Boolean _ -> "flag";
            case Integer _ -> "number";
            case Networks _ -> "networks";
            default -> "text";
        };
    }

    static SettingForm of(Setting<?> setting, String text) {
        if (!kind(setting).equals("duration")) {
            return new SettingForm(text, text, null, null);
        }
        var duration = Duration.parse(text);
        return new SettingForm(
                text, null, String.valueOf(duration.toHours()), String.valueOf(duration.toMinutes() % MINUTES));
    }

    /** The same, for a page that shows what holds by now. */
    SettingForm seen(String now) {
        return new SettingForm(now, value, hours, minutes);
    }

    /** As it would stand in the table; empty where something is to be put right, which the mistakes say. */
    Optional<String> text(Setting<?> setting, @Nullable String bounds, Mistakes mistakes) {
        var text = kind(setting).equals("duration")
                ? duration()
                : Optional.ofNullable(value).map(typed -> plain(setting, typed.strip()));
        var good = text.filter(setting::allowsText);
        if (good.isEmpty()) {
            wrong(kind(setting).equals("duration") ? "hours" : "value", setting, bounds, mistakes);
        }
        return good;
    }

    /** What is wrong with a value as it would stand in the table. */
    static Mistakes mistakes(Setting<?> setting, String text, @Nullable String bounds) {
        var mistakes = new Mistakes();
        if (!setting.allowsText(text)) {
            wrong("value", setting, bounds, mistakes);
        }
        return mistakes;
    }

    private static void wrong(String field, Setting<?> setting, @Nullable String bounds, Mistakes mistakes) {
        if (bounds == null) {
            mistakes.add(field, wrong(setting));
        } else {
            mistakes.add(field, "policy.value.out_of_bounds", bounds);
        }
    }

    private static String wrong(Setting<?> setting) {
        return switch (setting.standard()) {
            case List<?> _ -> "policy.hours.wrong";
            case Networks _ -> "policy.networks.wrong";
            default -> "policy.value.wrong";
        };
    }

    /** One spelling of a number and of hours, so that the same decision looks the same. */
    private static String plain(Setting<?> setting, String typed) {
        try {
            return switch (setting.standard()) {
                case Integer _ -> Integer.valueOf(typed).toString();
                case List<?> _ ->
                    DaySpan.write(DaySpan.parse(
                            typed.replace('–', '-').replace('，', ',').replace('：', ':')));
                case Networks _ -> Networks.parse(typed).write();
                default -> typed;
            };
        } catch (IllegalArgumentException unreadable) {
            return typed;
        }
    }

    private Optional<String> duration() {
        return whole(hours)
                .flatMap(full -> whole(minutes)
                        .map(rest -> Duration.ofHours(full).plusMinutes(rest).toString()));
    }

    private static Optional<Integer> whole(@Nullable String typed) {
        var digits = typed == null ? "" : typed.strip();
        return digits.isEmpty()
                ? Optional.of(0)
                : digits.length() <= LONGEST_NUMBER && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                        ? Optional.of(Integer.valueOf(digits))
                        : Optional.empty();
    }
}
