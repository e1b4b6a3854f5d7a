package feiyan.dispatch.web;

import feiyan.dispatch.AnsweredOffers;
import feiyan.dispatch.Answers;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offers to who answers them: a leader for the team, a volunteer in person. */
@RestController
@RequestMapping(ApiPath.V1)
class MyOffersApi {

    private final MyService mine;
    private final ServiceSheets sheets;
    private final Answers answers;
    private final AnsweredOffers answered;
    private final OfferModel offer;

    MyOffersApi(MyService mine, ServiceSheets sheets, Answers answers, AnsweredOffers answered, OfferModel offer) {
        this.mine = mine;
        this.sheets = sheets;
        this.answers = answers;
        this.answered = answered;
        this.offer = offer;
    }

    /**
     * @param asked waits for an answer, the soonest deadline first; at most fifty
     * @param led taken on for a team and still to come; at most fifty
     */
    record MyOffers(List<OfferView> asked, List<OfferView> led) {}

    @Operation(
            summary = "Offers that wait for one's answer, and those one leads",
            description = "The soonest deadline first, at most fifty of each. Nothing that says for whom.")
    @NeedsScope("services:read")
    @GetMapping("/team-offers")
    MyOffers list(Actor actor) {
        return new MyOffers(
                mine.toAnswer(actor).stream().map(OfferView::of).toList(),
                mine.toLead(actor).stream().map(OfferView::of).toList());
    }

    @Operation(
            summary = "One offer with who goes, for who answers for it",
            description = "For the volunteer who was asked, or the leader of the team.")
    @NeedsScope("services:read")
    @GetMapping("/offers/{id}")
    OfferWithRoll show(Actor actor, @PathVariable OfferId id) {
        return offer.view(actor, id);
    }

    @Operation(
            summary = "Say yes to an offer: a person has a seat by that, a team the order",
            description = "By the volunteer who was asked, or by the leader of the team; before its deadline.")
    @NeedsScope("services:write")
    @PostMapping("/offers/{id}/acceptance")
    Outcome<OfferOutcome> accept(Actor actor, @PathVariable OfferId id) {
        return after(actor, answers.accept(actor, id));
    }

    /** @param reason for those who want to say; nobody has to */
    record OfferDeclining(@Nullable DeclineReason reason) {}

    @Operation(
            summary = "Say no to an offer; it costs nothing",
            description = "A reason may be said; none is owed. Where people are asked in turn the next one is.")
    @NeedsScope("services:write")
    @PostMapping("/offers/{id}/refusal")
    Outcome<OfferOutcome> decline(
            Actor actor, @PathVariable OfferId id, @RequestBody(required = false) @Nullable OfferDeclining declining) {
        var reason = declining == null ? null : declining.reason();
        return after(actor, answers.decline(actor, id, reason == null ? null : reason.code()));
    }

    @Operation(
            summary = "Give back an order that one's team took on, with the seats of its members",
            description = "By the leader, before the service begins. The order goes back to its dispatcher.")
    @NeedsScope("services:write")
    @PostMapping("/offers/{id}/return")
    Outcome<OfferOutcome> giveBack(
            Actor actor, @PathVariable OfferId id, @RequestBody(required = false) @Nullable Returning returning) {
        return after(actor, answers.giveBack(actor, id, Returning.code(returning)));
    }

    private Outcome<OfferOutcome> after(Actor actor, Outcome<OfferId> answer) {
        return answer.map(id -> {
            var offered = answered.find(actor, id).orElseThrow();
            var order = sheets.stage(actor.county(), offered.order()).orElseThrow();
            return OfferOutcome.of(offered, order);
        });
    }
}
