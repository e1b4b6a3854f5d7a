package feiyan.volunteers.web;

import feiyan.units.UnitId;
import feiyan.volunteers.TeamKind;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team to be; checked as the page's form is.
 *
 * @param field what a professional team is good at
 * @param leader the volunteer number
 * @param ends the last day of a task squad
 */
record TeamRequest(
        @Nullable UUID unit,
        @Nullable String name,
        @Nullable TeamKind kind,
        @Nullable String field,
        @Nullable String leader,
        @Nullable LocalDate ends) {

    TeamForm form() {
        return new TeamForm(
                unit == null ? null : new UnitId(unit), name, kind, field, leader, Objects.toString(ends, ""));
    }
}
