package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team to be.
 *
 * @param field what a professional team is good at; a skill's word, so that it can be matched
 * @param leader answers for its services; always a member
 * @param endsOn the last day of a task squad, null for every other kind
 */
public record TeamFounding(
        UnitId unit,
        String name,
        TeamKind kind,
        @Nullable String field,
        PersonId leader,
        @Nullable LocalDate endsOn,
        Set<PersonId> members) {

    public TeamFounding {
        if ((kind == TeamKind.TASK_SQUAD) != (endsOn != null)) {
            throw new IllegalArgumentException("a task squad, and only it, has a last day");
        }
        members = Set.copyOf(members);
    }
}
