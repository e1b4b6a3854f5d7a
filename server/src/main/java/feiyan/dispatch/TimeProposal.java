package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import java.time.Instant;

/**
 * Another time that one side asks for; each move adds one to the version.
 *
 * @param side for whom it was asked
 * @param instead the time that was agreed then
 * @param by who asked: of that side, or of the unit that heard it on the telephone
 */
public record TimeProposal(
        CountyId county,
        TimeProposalId id,
        int version,
        ProposalState state,
        OrderId order,
        ProposalSide side,
        Slot time,
        Slot instead,
        PersonId by,
        Instant at) {

    boolean isOpen() {
        return state == ProposalState.OPEN;
    }

    TimeProposal after(ProposalCommand command) {
        return new TimeProposal(county, id, version + 1, command.to(), order, side, time, instead, by, at);
    }
}
