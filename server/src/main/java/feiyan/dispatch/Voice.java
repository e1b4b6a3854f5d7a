package feiyan.dispatch;

import feiyan.units.Actor;
import java.util.Set;

/**
 * For whom somebody speaks when a time is to be moved. A team speaks by its leader: its members ask the leader. The
 * unit in charge speaks for whoever has no telephone page.
 *
 * @param own the sides on which they stand themselves
 * @param unit whether they are of the unit in charge
 */
public record Voice(Set<ProposalSide> own, boolean unit) {

    public Voice {
        own = Set.copyOf(own);
    }

    public boolean speaksFor(ProposalSide side) {
        return unit || own.contains(side);
    }

    /** Nobody says yes to what they asked themselves; a unit that asked for one side hears the other. */
    public boolean answers(TimeProposal proposal, Actor actor) {
        boolean otherSide =
                own.contains(proposal.side().other()) && !proposal.by().equals(actor.person());
        return unit || otherSide;
    }
}
