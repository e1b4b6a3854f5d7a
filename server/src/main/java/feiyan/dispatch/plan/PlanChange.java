package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed.
 *
 * @param line 0 for the plan as a whole
 * @param by null where nobody did: the plan was made, or could not be
 * @param volunteer whom it is about, or who is proposed now
 * @param insteadOf who was proposed before, and {@code wasCost} at what cost
 * @param code of the refusal, where a line could not be sent
 */
public record PlanChange(
        int version,
        int line,
        Kind kind,
        @Nullable PersonId by,
        Instant at,
        @Nullable PersonId volunteer,
        @Nullable PersonId insteadOf,
        @Nullable Integer wasCost,
        @Nullable String code) {

    public enum Kind {
        MAKE,
        STOP,
        FINISH,
        FAIL,
        REPLACE,
        PIN,
        UNPIN,
        TAKE_OFF,
        BAN,
        MOVE,
        /** Loses their place because somebody was moved elsewhere. */
        DISPLACE,
        SEND,
        REFUSE
    }
}
