package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way a proposal is made and moves. Runs in the door's transaction, the order held. */
@Component
class ProposalMoves {

    private final ProposalRows rows;
    private final Outbox outbox;

    ProposalMoves(ProposalRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    /** An order has one question at a time: a new one takes the place of the one before. */
    TimeProposal make(TimeProposal made) {
        overtake(made.county(), made.order(), "new_proposal", made.by(), made.at());
        rows.make(made);
        tell(made, "proposal.made", made.at());
        return made;
    }

    void overtake(CountyId county, OrderId order, String reason, @Nullable PersonId by, Instant now) {
        rows.open(county, order)
                .ifPresent(open -> move(open, new ProposalCommand.Overtake(reason), by, now)
                        .orThrow());
    }

    Outcome<TimeProposal> move(TimeProposal open, ProposalCommand command, @Nullable PersonId actor, Instant now) {
        if (!open.isOpen() || !rows.move(open, command, actor, now)) {
            return Outcome.refused("proposal.settled");
        }
        var moved = open.after(command);
        tell(moved, command.kind(), now);
        return Outcome.done(moved);
    }

    private void tell(TimeProposal proposal, String kind, Instant now) {
        outbox.tell(proposal.county(), kind, proposal.id().value(), proposal.version(), now);
    }
}
