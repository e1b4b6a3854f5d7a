package feiyan.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When in the day it suits, as people say it. */
public enum DayPart {
    MORNING(8, 12),
    AFTERNOON(13, 18),
    ANY(8, 18);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final LocalTime from;
    private final LocalTime to;

    DayPart(int from, int to) {
        this.from = LocalTime.of(from, 0);
        this.to = LocalTime.of(to, 0);
    }

    public static Optional<DayPart> of(@Nullable String typed) {
        return Arrays.stream(values()).filter(part -> part.name().equals(typed)).findFirst();
    }

    public Slot on(LocalDate day) {
        return on(day, day);
    }

    /** From this part of the first day to this part of the last. */
    public Slot on(LocalDate first, LocalDate last) {
        return new Slot(
                first.atTime(from).atZone(CHINA).toInstant(),
                last.atTime(to).atZone(CHINA).toInstant());
    }

    /** Whether all of a time lies in this part of one day. */
    public boolean holds(Slot time) {
        return on(day(time.from())).contains(time);
    }

    /** What a longer window leaves of this part of each of its days, the soonest first. */
    public Stream<Slot> within(Slot window) {
        return day(window.from())
                .datesUntil(day(window.to()).plusDays(1))
                .map(this::on)
                .flatMap(part -> common(part, window).stream());
    }

    /** Whether there is a time so long in this part of one of the days. */
    public boolean leaves(Slot window, Duration length) {
        return within(window).anyMatch(free -> free.length().compareTo(length) >= 0);
    }

    /** As it stands in a message. */
    public List<String> hours() {
        return List.of(from.toString(), to.toString());
    }

    private static LocalDate day(Instant time) {
        return time.atZone(CHINA).toLocalDate();
    }

    private static Optional<Slot> common(Slot one, Slot other) {
        var from = one.from().isAfter(other.from()) ? one.from() : other.from();
        var to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isBefore(to) ? Optional.of(new Slot(from, to)) : Optional.empty();
    }
}
