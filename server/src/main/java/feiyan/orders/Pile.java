package feiyan.orders;

import java.util.Set;

/** The piles on a unit's desk. */
public enum Pile {
    REVIEW,
    DISPATCH,
    UNDER_WAY,
    /** It is the requester's turn: an answer or a rating. */
    WAITING,
    OVER,
    /** Went up or to another unit and is not over: whoever passed it on still sees whether anybody does something. */
    PASSED_ON;

    public Set<State> states() {
        return switch (this) {
            case REVIEW -> Set.of(State.SUBMITTED);
            case DISPATCH -> Set.of(State.APPROVED, State.OFFERED);
            case UNDER_WAY -> Set.of(State.ACCEPTED, State.IN_SERVICE);
            case WAITING -> Set.of(State.RETURNED, State.SERVED);
            case OVER -> Set.of(State.CLOSED, State.REFUSED, State.CANCELLED);
            case PASSED_ON ->
                Set.of(
                        State.SUBMITTED,
                        State.RETURNED,
                        State.APPROVED,
                        State.OFFERED,
                        State.ACCEPTED,
                        State.IN_SERVICE,
                        State.SERVED);
        };
    }
}
