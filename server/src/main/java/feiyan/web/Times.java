package feiyan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people say them, as {@code times} in every template: in China's one time zone and the reader's language. */
@Component
public class Times {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MessageSource words;
    private final InstantSource clock;

    Times(MessageSource words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Today, tomorrow or yesterday by name, else the date with its weekday. */
    public String day(Instant at) {
        return day(at.atZone(CHINA).toLocalDate());
    }

    public String day(LocalDate day) {
        var today = clock.instant().atZone(CHINA).toLocalDate();
        return switch (Math.clamp(day.toEpochDay() - today.toEpochDay(), -2, 2)) {
            case -1 -> word("web.time.yesterday");
            case 0 -> word("web.time.today");
            case 1 -> word("web.time.tomorrow");
            default ->
                format(day.getYear() == today.getYear() ? "web.time.day" : "web.time.day.year")
                        .format(day);
        };
    }

    public String at(Instant at) {
        return word("web.time.at", day(at), hour(at));
    }

    /** A stretch of time; the day is said twice only where it differs. */
    public String span(Instant from, Instant to) {
        boolean sameDay = day(from).equals(day(to));
        return sameDay
                ? word("web.time.span", day(from), hour(from), hour(to))
                : word("web.time.span.days", at(from), at(to));
    }

    public boolean isPast(Instant at) {
        return at.isBefore(clock.instant());
    }

    /** How long there is until then, or how long it is overdue. */
    public String left(Instant due) {
        var left = Duration.between(clock.instant(), due);
        var key = left.isNegative() ? "web.time.late" : "web.time.left";
        return word(key, rough(left.abs()));
    }

    /** In the largest unit that fits: nobody plans by the minute three days ahead. */
    private String rough(Duration length) {
        return length.toDays() > 0
                ? word("web.time.days", length.toDays())
                : length.toHours() > 0
                        ? word("web.time.hours", length.toHours())
                        : word("web.time.minutes", length.toMinutes());
    }

    public String hour(Instant at) {
        return format("web.time.hour").format(at.atZone(CHINA));
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(word(key), locale());
    }

    private String word(String key, Object... args) {
        return words.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
