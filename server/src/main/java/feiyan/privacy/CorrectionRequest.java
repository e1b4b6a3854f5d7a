package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the station to put right.
 *
 * @param field one of the fields that staff may change, or {@code other}
 * @param wish what should stand there, in the person's words
 * @param answer null while it waits
 * @param reason of the answer
 */
public record CorrectionRequest(
        Id id,
        PersonId person,
        UnitId unit,
        String field,
        String wish,
        Instant askedAt,
        @Nullable Answer answer,
        @Nullable String reason,
        @Nullable Instant answeredAt) {

    public record Id(UUID value) {}

    public enum Answer {
        DONE,
        DECLINED
    }
}
