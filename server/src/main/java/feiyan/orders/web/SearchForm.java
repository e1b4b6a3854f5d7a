package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.Pile;
import feiyan.platform.Ids;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search as somebody typed it. */
record SearchForm(
        @Nullable String words,
        @Nullable String pile,
        @Nullable String project,
        @Nullable String place,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean overdue,
        @Nullable Boolean urgent) {

    static SearchForm empty() {
        return new SearchForm(null, null, null, null, null, null, null, null);
    }

    static SearchForm of(OrderSearchCriteria criteria) {
        var project = criteria.project();
        var place = criteria.place();
        return new SearchForm(
                criteria.words(),
                text(criteria.pile()),
                project == null ? null : project.value().toString(),
                place == null ? null : place.value().toString(),
                text(criteria.from()),
                text(criteria.to()),
                criteria.overdue(),
                criteria.urgent());
    }

    /** Whether anything stands in the folded part of the form. */
    boolean hasConditions() {
        return isTicked(overdue)
                || isTicked(urgent)
                || Stream.of(pile, project, place, from, to).anyMatch(chosen -> chosen != null && !chosen.isBlank());
    }

    /** What was chosen from a list and is not in it was not chosen. */
    OrderSearchCriteria criteria(Mistakes mistakes) {
        var first = day("from", from, mistakes);
        var last = day("to", to, mistakes);
        if (first != null && last != null && last.isBefore(first)) {
            mistakes.add("to", "search.to.before");
        }
        var criteria = new OrderSearchCriteria(
                words == null ? "" : words,
                Arrays.stream(Pile.values())
                        .filter(one -> one.name().equals(pile))
                        .findFirst()
                        .orElse(null),
                id(project).map(ProjectId::new).orElse(null),
                id(place).map(UnitId::new).orElse(null),
                first,
                last,
                isTicked(overdue),
                isTicked(urgent));
        criteria.wrong()
                .ifPresent(wrong -> mistakes.add(
                        "words", "refusal." + wrong.code(), wrong.args().toArray()));
        return criteria;
    }

    /** A box that is not ticked is not sent. */
    private static boolean isTicked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private static Optional<UUID> id(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Ids::parse);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, Mistakes mistakes) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            mistakes.add(field, "search.day.wrong");
            return null;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
