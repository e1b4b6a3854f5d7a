package feiyan.dispatch.web;

import feiyan.accounts.Persons;
import feiyan.dispatch.Candidates;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferLine;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.PersonCandidate;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.WhyMe;
import feiyan.orders.State;
import feiyan.units.Actor;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the page of an offer shows to whoever answers for it. */
@Component
class OfferModel {

    static final String VIEW = "dispatch/offer";

    private final MyService mine;
    private final Candidates candidates;
    private final Teams teams;
    private final Persons names;
    private final WhyMe why;

    OfferModel(MyService mine, Candidates candidates, Teams teams, Persons names, WhyMe why) {
        this.mine = mine;
        this.candidates = candidates;
        this.teams = teams;
        this.names = names;
        this.why = why;
    }

    Map<String, Object> of(Actor actor, OfferId id) {
        var offer = mine.offer(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var roll = mine.roll(actor, id);
        var model = new HashMap<String, Object>();
        model.put("offer", offer);
        model.put("roll", roll);
        model.put("me", actor.person());
        why.of(actor, id).ifPresent(mine -> model.put("why", mine));
        model.put("open", open(offer));
        model.put("members", canFill(offer) ? members(actor, offer, roll) : List.of());
        model.put("returns", ReturnReason.values());
        model.put("declines", DeclineReason.values());
        model.put(
                "names",
                names.names(
                        actor.county(), roll.stream().map(SeatLine::volunteer).toList()));
        return model;
    }

    /** As {@link #of}, for who reads it by the API. */
    OfferWithRoll view(Actor actor, OfferId id) {
        var offer = mine.offer(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var roll = mine.roll(actor, id);
        return OfferWithRoll.of(
                OfferView.of(offer),
                open(offer),
                roll,
                canFill(offer) ? members(actor, offer, roll) : List.of(),
                names.names(
                        actor.county(), roll.stream().map(SeatLine::volunteer).toList()));
    }

    private static int open(OfferLine offer) {
        return canFill(offer) ? offer.order().headcount() - offer.seated() : 0;
    }

    private static boolean canFill(OfferLine offer) {
        var state = offer.order().state();
        return offer.state() == OfferState.ACCEPTED
                && offer.teamId() != null
                && (state == State.OFFERED || state == State.ACCEPTED || state == State.IN_SERVICE);
    }

    /** Who of the team may still be put on, the free ones first, and what stands against the others. */
    private List<PersonCandidate> members(Actor leader, OfferLine offer, List<SeatLine> roll) {
        var team = offer.teamId();
        if (team == null) {
            return List.of();
        }
        var people = teams.members(leader.county(), team).stream()
                .map(VolunteerCard::id)
                .toList();
        var seated = roll.stream()
                .filter(seat -> !seat.isOver())
                .map(SeatLine::volunteer)
                .toList();
        return candidates.members(leader, offer.order(), offer.proposed(), people).stream()
                .filter(member -> !seated.contains(member.helper().id()))
                .toList();
    }
}
