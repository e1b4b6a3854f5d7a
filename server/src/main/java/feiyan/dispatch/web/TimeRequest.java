package feiyan.dispatch.web;

import feiyan.dispatch.MoveReason;
import feiyan.dispatch.ProposalSide;
import java.time.Instant;

/**
 * Another time, as it is asked for.
 *
 * @param from when the service would begin; it takes as long as before
 * @param side for whom it is asked
 */
record TimeRequest(Instant from, ProposalSide side) {

    /** What both agreed to on the telephone, and why. */
    record AgreedTime(Instant from, MoveReason reason) {}
}
