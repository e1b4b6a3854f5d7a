package feiyan.dispatch;

/** Where a proposal of another time stands, as {@code time_proposal_transition} writes it. */
public enum ProposalState {
    /** Waits for the other side. */
    OPEN,
    ACCEPTED,
    DECLINED,
    /** By the side that made it. */
    WITHDRAWN,
    /** Another proposal took its place, or the order moved on. */
    OVERTAKEN
}
