package feiyan.attendance;

import feiyan.accounts.PersonId;
import java.time.Duration;
import java.time.Instant;

/**
 * Once put right.
 *
 * @param number counts from one
 * @param by whose word it is
 */
public record Correction(
        int number,
        Instant oldIn,
        Instant oldOut,
        Instant newIn,
        Instant newOut,
        Reason reason,
        PersonId by,
        Instant at) {

    public long oldMinutes() {
        return Duration.between(oldIn, oldOut).toMinutes();
    }

    public long newMinutes() {
        return Duration.between(newIn, newOut).toMinutes();
    }
}
