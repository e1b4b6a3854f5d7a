package feiyan.dispatch;

/** The two who agree on a time. A unit is no side: it speaks for one of them. */
public enum ProposalSide {
    /** The household. */
    REQUESTER,
    /** Those who come: the leader for a team, else whoever was asked in person. */
    SERVING;

    public ProposalSide other() {
        return switch (this) {
            case REQUESTER -> SERVING;
            case SERVING -> REQUESTER;
        };
    }
}
