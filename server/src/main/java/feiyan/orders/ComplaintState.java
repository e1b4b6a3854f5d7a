package feiyan.orders;

import java.util.Optional;

/** The small life of a complaint; the table {@code complaint_transition} holds the same. */
public enum ComplaintState {
    /** Waits for the unit above the one it is about. */
    OPEN,
    /** Waits for the requester, without a clock: silence is no consent, but it harms nobody either. */
    ANSWERED,
    ACCEPTED,
    /** Waits for the unit one tier further up. */
    RAISED,
    /** Answered for the last time, or the order was taken up again. */
    CLOSED;

    /** Empty where this cannot be done now. */
    Optional<ComplaintState> after(ComplaintVerb verb) {
        return switch (this) {
            case OPEN ->
                switch (verb) {
                    case ANSWER -> Optional.of(ANSWERED);
                    case UPHOLD -> Optional.of(CLOSED);
                    case OPEN, ACCEPT, RAISE -> Optional.empty();
                };
            case ANSWERED ->
                switch (verb) {
                    case ACCEPT -> Optional.of(ACCEPTED);
                    case RAISE -> Optional.of(RAISED);
                    case OPEN, ANSWER, UPHOLD -> Optional.empty();
                };
            case RAISED ->
                switch (verb) {
                    case ANSWER, UPHOLD -> Optional.of(CLOSED);
                    case OPEN, ACCEPT, RAISE -> Optional.empty();
                };
            case ACCEPTED, CLOSED -> Optional.empty();
        };
    }

    public boolean isWaitingForUnit() {
        return this == OPEN || this == RAISED;
    }

    public boolean isOver() {
        return this == ACCEPTED || this == CLOSED;
    }
}
