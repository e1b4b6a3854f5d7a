package feiyan.volunteers;

import feiyan.accounts.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statutory certificate somebody claims to hold.
 *
 * @param validUntil the last day; null where it does not expire
 * @param checkedBy who saw the proof; until then it does not count
 */
public record Qualification(
        UUID id,
        PersonId holder,
        String kind,
        @Nullable LocalDate validUntil,
        @Nullable PersonId checkedBy) {

    public boolean counts(LocalDate day) {
        return checkedBy != null && (validUntil == null || !day.isAfter(validUntil));
    }
}
