package feiyan.units.web;

import feiyan.platform.DaySpan;
import feiyan.platform.Networks;
import feiyan.platform.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a setting's values as people do: 2 hours 30 minutes, 3 working days, on. */
@Component
class SettingWords {

    private static final int MINUTES = 60;

    private final MessageSource messages;

    SettingWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A value as it stands in the table; of an older house's setting that is no more, just that. */
    <T> String said(Setting<T> setting, String text) {
        return setting.allowsText(text) ? say(setting, setting.read().apply(text)) : text;
    }

    String standard(Setting<?> setting) {
        return said(setting, setting.standardText());
    }

    /** From the least to the most; null where there is nothing to measure. */
    <T> @Nullable String bounds(Setting<T> setting) {
        var least = setting.least();
        var most = setting.most();
        return least == null || most == null ? null : word("policy.bounds", say(setting, least), say(setting, most));
    }

    private String say(Setting<?> setting, Object value) {
        return switch (value) {
            case Duration duration -> duration(duration);
            case Boolean on -> word(on ? "policy.on" : "policy.off");
            case Integer number ->
                Objects.requireNonNull(messages.getMessage(
                        "policy." + setting.key() + ".is", new Object[] {number}, number.toString(), locale()));
            case List<?> spans ->
                spans.stream().map(SettingWords::span).collect(Collectors.joining(word("policy.and")));
            case Networks networks ->
                networks.isEmpty() ? word("policy.networks.any") : networks.write().replace(",", ", ");
            case Object other -> other.toString();
        };
    }

    private static String span(Object span) {
        return span instanceof DaySpan(var from, var to) ? from + "–" + to : span.toString();
    }

    private String duration(Duration duration) {
        long hours = duration.toHours();
        long minutes = duration.toMinutes() % MINUTES;
        return hours == 0
                ? word("policy.minutes", minutes)
                : minutes == 0 ? word("policy.hours", hours) : word("policy.hours_minutes", hours, minutes);
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
