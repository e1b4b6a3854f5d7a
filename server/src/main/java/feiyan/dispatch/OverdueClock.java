package feiyan.dispatch;

/** What somebody is waited for with. */
public enum OverdueClock {
    /** Nobody has looked at the need yet. */
    REVIEW,
    /** The requester was asked back and has not answered. */
    ANSWER,
    /** Approved, and nobody comes yet. */
    DISPATCH,
    /** Somebody was asked and has not said yes or no. */
    OFFER,
    /** The time agreed begins, and nobody has checked in. */
    START,
    /** The time agreed is over, and somebody has not checked out. */
    CHECK_OUT
}
