package feiyan.audit.web;

import feiyan.audit.AuditCriteria;
import feiyan.platform.Ids;
import feiyan.web.Mistakes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an auditor typed, or what stands in the address of a page of rows: there, people and orders are ids.
 *
 * @param viewer somebody's name or number, as typed
 * @param whose a telephone, a volunteer's number or an order's code, as typed
 */
record AuditForm(
        @Nullable String viewer,
        @Nullable String whose,
        @Nullable String actor,
        @Nullable String about,
        @Nullable String subject,
        @Nullable String kind,
        @Nullable String field,
        @Nullable String unit,
        @Nullable String reason,
        @Nullable String from,
        @Nullable String to) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 100;

    /** People and orders as ids; a wrong date is a mistake, a strange id is nobody's. */
    AuditCriteria criteria(Mistakes mistakes) {
        var begin = day("from", from, mistakes);
        var end = day("to", to, mistakes);
        if (begin != null && end != null && end.isBefore(begin)) {
            mistakes.add("to", "audit.to.before");
        }
        return new AuditCriteria(
                id(actor),
                id(about),
                id(subject),
                text(kind),
                text(field),
                id(unit),
                text(reason),
                start(begin),
                end == null ? null : start(end.plusDays(1)));
    }

    boolean isTyped() {
        return text(viewer) != null || text(whose) != null;
    }

    @Nullable
    String typedViewer() {
        return text(viewer);
    }

    @Nullable
    String typedWhose() {
        return text(whose);
    }

    @Nullable
    String typedReason() {
        return text(reason);
    }

    AuditForm because(@Nullable String other) {
        return new AuditForm(viewer, whose, actor, about, subject, kind, field, unit, other, from, to);
    }

    /** The page of rows for these; what was typed has become ids, and the reason is sealed. */
    String path(@Nullable UUID viewerId, AuditCriteria of) {
        var path = UriComponentsBuilder.fromPath("/audit");
        put(path, "actor", viewerId == null ? actor : viewerId.toString());
        put(path, "about", of.about() == null ? about : of.about().toString());
        put(path, "subject", of.subject() == null ? subject : of.subject().toString());
        put(path, "kind", kind);
        put(path, "field", field);
        put(path, "unit", unit);
        put(path, "reason", reason);
        put(path, "from", from);
        put(path, "to", to);
        return path.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder path, String name, @Nullable String value) {
        Optional.ofNullable(value).filter(given -> !given.isBlank()).ifPresent(good -> path.queryParam(name, good));
    }

    private static @Nullable String text(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static @Nullable UUID id(@Nullable String typed) {
        var text = text(typed);
        return text == null ? null : Ids.parse(text).orElse(new UUID(0, 0));
    }

    private static @Nullable LocalDate day(String name, @Nullable String typed, Mistakes mistakes) {
        var text = text(typed);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException strange) {
            mistakes.add(name, "audit.day.wrong");
            return null;
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CHINA).toInstant();
    }
}
