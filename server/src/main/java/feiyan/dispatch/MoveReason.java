package feiyan.dispatch;

import java.util.Locale;

/** Why a unit wrote down another time that both had agreed to on the telephone. */
public enum MoveReason {
    REQUESTER_ASKED(ProposalSide.REQUESTER),
    VOLUNTEERS_ASKED(ProposalSide.SERVING),
    WEATHER(ProposalSide.SERVING);

    private final ProposalSide side;

    MoveReason(ProposalSide side) {
        this.side = side;
    }

    ProposalSide side() {
        return side;
    }

    /** As it stands beside the event. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
