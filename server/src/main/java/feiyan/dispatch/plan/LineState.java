package feiyan.dispatch.plan;

/** What became of one proposal. */
public enum LineState {
    /** Nobody was asked yet. */
    PROPOSED,
    /** Taken off: the seat is open again. */
    OPEN,
    /** Had been asked before the plan was made; the plan keeps them. */
    ASKED,
    /** Asked from this plan. */
    SENT,
    /** Could not be asked; the line says why, and may be tried again or given to somebody else. */
    REFUSED;

    /** Whether somebody still has to decide about it. */
    public boolean isToSend() {
        return this == PROPOSED || this == REFUSED;
    }

    /** Whether an offer is out: to change it, the offer is taken back first. */
    public boolean isOut() {
        return this == ASKED || this == SENT;
    }
}
