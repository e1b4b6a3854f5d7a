package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamKind;
import feiyan.web.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team to be, as it was typed.
 *
 * @param leader the volunteer number
 * @param ends the last day of a task squad
 */
record TeamForm(
        @Nullable UnitId unit,
        @Nullable String name,
        @Nullable TeamKind kind,
        @Nullable String field,
        @Nullable String leader,
        @Nullable String ends) {

    private static final int LONGEST_NAME = 40;

    static TeamForm blank(@Nullable UnitId unit, @Nullable String leader) {
        return new TeamForm(unit, "", TeamKind.MASS, "", leader, null);
    }

    /** @param own the units whose teams the actor keeps */
    Mistakes mistakes(Set<UnitId> own, LocalDate today, boolean leaderFound) {
        var mistakes = new Mistakes();
        if (unit == null || !own.contains(unit)) {
            mistakes.add("unit", "volunteers.mistake.unit");
        }
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME) {
            mistakes.add("name", "volunteers.mistake.name", LONGEST_NAME);
        }
        if (kind == null) {
            mistakes.add("kind", "volunteers.mistake.kind");
        }
        if (kind == TeamKind.TASK_SQUAD
                && day().filter(day -> !day.isBefore(today)).isEmpty()) {
            mistakes.add("ends", "volunteers.mistake.ends");
        }
        if (!leaderFound) {
            mistakes.add("leader", "volunteers.mistake.leader");
        }
        return mistakes;
    }

    String leaderNumber() {
        return text(leader).replace(" ", "");
    }

    /** Only of a form without mistakes. */
    TeamFounding founding(PersonId leading) {
        var what = Objects.requireNonNull(kind);
        return new TeamFounding(
                Objects.requireNonNull(unit),
                text(name),
                what,
                text(field).isEmpty() ? null : text(field),
                leading,
                what == TeamKind.TASK_SQUAD ? day().orElseThrow() : null,
                Set.of());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(ends)));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
