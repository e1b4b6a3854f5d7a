package feiyan.calendar.web;

import feiyan.calendar.CalendarSpan;
import feiyan.web.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as somebody entered them; one day needs no second date. */
record SpanForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String kind,
        @Nullable String name) {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    static SpanForm empty() {
        return new SpanForm(null, null, "free", null);
    }

    /** Empty where something is to be put right first; then the mistakes say what. */
    Optional<CalendarSpan> span(Mistakes mistakes) {
        var first = day(from);
        var last = blank(to) ? first : day(to);
        if (first.isEmpty()) {
            mistakes.add("from", "calendar.from.wrong");
        } else if (last.isEmpty() || last.get().isBefore(first.get())) {
            mistakes.add("to", "calendar.to.wrong");
        }
        if (blank(name)) {
            mistakes.add("name", "calendar.name.missing");
        }
        return mistakes.isEmpty()
                ? Optional.of(new CalendarSpan(
                        first.orElseThrow(),
                        last.orElseThrow(),
                        Objects.equals(kind, "work"),
                        Objects.requireNonNull(name)))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
