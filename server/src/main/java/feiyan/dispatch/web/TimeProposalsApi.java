package feiyan.dispatch.web;

import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.TimeProposal;
import feiyan.dispatch.TimeProposalId;
import feiyan.dispatch.TimeProposals;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another time: asked for, said yes or no to, taken back. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/{order}")
class TimeProposalsApi {

    private final TimeProposals proposals;
    private final Standings standings;

    TimeProposalsApi(TimeProposals proposals, Standings standings) {
        this.proposals = proposals;
        this.standings = standings;
    }

    /** @param instead the time that was agreed when it was asked */
    record OpenProposal(UUID id, ProposalSide side, Slot time, Slot instead, Instant at) {

        static OpenProposal of(TimeProposal open) {
            return new OpenProposal(open.id().value(), open.side(), open.time(), open.instead(), open.at());
        }
    }

    @Operation(
            summary = "The other time that waits for an answer, for whoever may read the order",
            description = "Missing where nobody asks for another time.")
    @NeedsScope("orders:read")
    @GetMapping("/time-proposal")
    Optional<OpenProposal> open(Actor actor, @PathVariable OrderId order) {
        return proposals.open(actor, order).map(OpenProposal::of);
    }

    record TimeProposed(UUID proposal) {}

    @Operation(
            summary = "Ask the other side for another time; until its yes, what was agreed holds",
            description = "By the requester, by who comes, or by the unit for one of them. A new question takes "
                    + "the place of the one before.")
    @NeedsScope("orders:write")
    @PostMapping("/time-proposals")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<TimeProposed> propose(Actor actor, @PathVariable OrderId order, @RequestBody TimeRequest asked) {
        return proposals.propose(actor, order, asked.side(), asked.from()).map(id -> new TimeProposed(id.value()));
    }

    @Operation(
            summary = "Write down another time that both sides agreed to on the telephone",
            description = "By the unit in charge. Everybody who comes must be able to, or nothing moves.")
    @NeedsScope("orders:write")
    @PostMapping("/agreed-time")
    Outcome<OrderStanding> agreed(
            Actor actor, @PathVariable OrderId order, @IfMatch int version, @RequestBody TimeRequest.AgreedTime asked) {
        return standings.after(actor, proposals.agreedByTelephone(actor, order, version, asked.from(), asked.reason()));
    }

    @Operation(
            summary = "Say yes to another time; everybody moves, or nobody does",
            description = "By the side that was asked, or by the unit that heard it on the telephone.")
    @NeedsScope("orders:write")
    @PostMapping("/time-proposals/{id}/acceptance")
    Outcome<OrderStanding> accept(Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id) {
        return standings.after(actor, proposals.accept(actor, id));
    }

    @Operation(
            summary = "Say no to another time; what was agreed holds",
            description = "By the side that was asked, or by the unit that heard it on the telephone.")
    @NeedsScope("orders:write")
    @PostMapping("/time-proposals/{id}/refusal")
    Outcome<OrderStanding> decline(Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id) {
        return standings.after(actor, proposals.decline(actor, id));
    }

    @Operation(
            summary = "Take back the question for another time",
            description = "By the side that asked, or by the unit.")
    @NeedsScope("orders:write")
    @PostMapping("/time-proposals/{id}/withdrawal")
    Outcome<OrderStanding> withdraw(Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id) {
        return standings.after(actor, proposals.withdraw(actor, id));
    }
}
