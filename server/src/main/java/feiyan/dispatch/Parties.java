package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderParties;
import feiyan.orders.OrderParties.Part;
import feiyan.platform.CountyId;
import feiyan.volunteers.Team;
import feiyan.volunteers.Teams;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who answers for an offer, and what they may therefore see of its order. */
@Component
class Parties {

    private final Teams teams;
    private final OrderParties parties;
    private final OfferRows offers;

    Parties(Teams teams, OrderParties parties, OfferRows offers) {
        this.teams = teams;
        this.parties = parties;
        this.offers = offers;
    }

    /** The volunteer asked, or the leader of the team; empty where a team has nobody to lead it. */
    Optional<PersonId> answerer(CountyId county, Invitee invitee) {
        return switch (invitee) {
            case Invitee.ToVolunteer(var volunteer) -> Optional.of(volunteer);
            case Invitee.ToTeam(var team) -> teams.find(county, team).map(Team::leader);
        };
    }

    boolean answersFor(PersonId person, OfferFacts offer) {
        return answerer(offer.county(), offer.invitee()).filter(person::equals).isPresent();
    }

    void asked(OfferFacts offer, Instant now) {
        answerer(offer.county(), offer.invitee()).ifPresent(person -> join(offer, person, Part.OFFERED, now));
    }

    /** No longer asked, unless by another open offer of the same order: a leader may be asked in person, too. */
    void answered(OfferFacts offer) {
        answerer(offer.county(), offer.invitee()).ifPresent(person -> askedNoMore(offer, person));
    }

    void askedNoMore(OfferFacts offer, PersonId person) {
        if (!isAsked(offer.county(), offer.order(), person)) {
            leave(offer, person, Part.OFFERED);
        }
    }

    private boolean isAsked(CountyId county, OrderId order, PersonId person) {
        return offers.of(county, order, OfferState.OPEN).stream().anyMatch(offer -> answersFor(person, offer.facts()));
    }

    void leads(OfferFacts offer, PersonId leader, Instant now) {
        join(offer, leader, Part.LEADER, now);
    }

    void leadsNoMore(OfferFacts offer) {
        if (offer.invitee() instanceof Invitee.ToTeam) {
            answerer(offer.county(), offer.invitee()).ifPresent(person -> leadsNoMore(offer, person));
        }
    }

    /** Only this team's leader goes, and stays where they lead another team on the same order. */
    void leadsNoMore(OfferFacts offer, PersonId person) {
        if (offers.of(offer.county(), offer.order(), OfferState.ACCEPTED).stream()
                .filter(other -> other.facts().invitee() instanceof Invitee.ToTeam)
                .noneMatch(other -> answersFor(person, other.facts()))) {
            leave(offer, person, Part.LEADER);
        }
    }

    void sits(SeatFacts seat, Instant now) {
        parties.join(seat.county(), seat.order(), seat.volunteer(), Part.SEAT, now);
    }

    /** As {@link #sits}, of who was asked in person and is asked no more by that. */
    void sitsAsAsked(SeatFacts seat, Instant now) {
        if (isAsked(seat.county(), seat.order(), seat.volunteer())) {
            sits(seat, now);
        } else {
            parties.change(seat.county(), seat.order(), seat.volunteer(), Part.OFFERED, Part.SEAT, now);
        }
    }

    void sitsNoMore(SeatFacts seat) {
        parties.leave(seat.county(), seat.order(), seat.volunteer(), Part.SEAT);
    }

    void nobodyServes(CountyId county, OrderId order) {
        parties.leaveAll(county, order, Part.SEAT);
        parties.leaveAll(county, order, Part.LEADER);
    }

    private void join(OfferFacts offer, PersonId person, Part part, Instant now) {
        parties.join(offer.county(), offer.order(), person, part, now);
    }

    private void leave(OfferFacts offer, PersonId person, Part part) {
        parties.leave(offer.county(), offer.order(), person, part);
    }
}
