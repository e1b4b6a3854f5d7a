package feiyan.platform;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A span within any day, from inclusive, to exclusive: 8:30–12:00. */
public record DaySpan(LocalTime from, LocalTime to) {

    public DaySpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before " + to);
        }
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Reads {@code 08:30-12:00,13:30-17:30}: at least one span, in order, none over another. */
    public static List<DaySpan> parse(String text) {
        var spans = Arrays.stream(text.split(",", -1)).map(DaySpan::one).toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from.isBefore(spans.get(i - 1).to)) {
                throw new IllegalArgumentException("spans overlap or are out of order: " + text);
            }
        }
        return spans;
    }

    public static String write(List<DaySpan> spans) {
        return spans.stream().map(span -> span.from + "-" + span.to).collect(Collectors.joining(","));
    }

    private static DaySpan one(String text) {
        var ends = text.strip().split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("not a span of time: " + text);
        }
        try {
            return new DaySpan(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("not a span of time: " + text, malformed);
        }
    }
}
