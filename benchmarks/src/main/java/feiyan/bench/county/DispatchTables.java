package feiyan.bench.county;

import feiyan.accounts.PersonId;
import feiyan.bench.county.PastOrder.Comer;
import feiyan.bench.county.PastOrder.Refusal;
import feiyan.bench.county.PastOrder.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of who was asked, who said yes, who came and from when to when. */
final class DispatchTables {

    private static final Duration TO_ANSWER = Duration.ofHours(4);
    /** As kept: in hundreds of metres. Everybody lives in the village. */
    private static final int WAY = 400;

    final CopyTable offers = new CopyTable("offer", """
            county_id, id, version, state, order_id, team_id, volunteer_id, proposed_from, proposed_to, deadline, \
            made_at""");
    final CopyTable offerEvents = new CopyTable(
            "offer_event", "county_id, offer_id, version, from_state, command, to_state, at, actor_id, reason");
    final CopyTable reasons = new CopyTable("offer_reason", """
            county_id, offer_id, volunteer_id, way, metres, visits, booked_minutes, asked_before, days_since_asked""");
    final CopyTable seats = new CopyTable("seat", """
            county_id, id, version, state, order_id, place, volunteer_id, offer_id, starts, ends, taken_at""");
    final CopyTable seatEvents =
            new CopyTable("seat_event", "county_id, seat_id, version, from_state, command, to_state, at, actor_id");
    final CopyTable attendance =
            new CopyTable("attendance", "county_id, seat_id, order_id, volunteer_id, in_at, in_how, out_at, out_how");

    private final long county;

    DispatchTables(long county) {
        this.county = county;
    }

    /** A seat with the offer by which it was filled: those of a team share one. */
    record Taken(Comer comer, UUID offer, UUID seat) {}

    UUID refused(PastOrder it, Refusal refusal, PastIds ids, UUID order) {
        var offer = ids.at(refusal.offered());
        var who = refusal.helper().person();
        offer(it, offer, order, "DECLINED", null, who, refusal.offered());
        reason(offer, who, null);
        answered(offer, "decline", "DECLINED", refusal.refused(), who, "no_time");
        return offer;
    }

    List<Taken> taken(PastOrder it, PastIds ids, UUID order) {
        var team = it.team();
        var offer = team == null ? null : byTeam(it, team, ids, order);
        var taken = new ArrayList<Taken>();
        for (var comer : it.comers()) {
            var by = offer == null ? inPerson(it, comer, ids, order) : offer;
            taken.add(new Taken(comer, by, seat(it, comer, taken.size() + 1, ids, order, by)));
        }
        return taken;
    }

    private UUID byTeam(PastOrder it, Team team, PastIds ids, UUID order) {
        var offer = ids.at(it.offered());
        offer(it, offer, order, "ACCEPTED", team.crew().id().value(), null, it.offered());
        answered(offer, "accept", "ACCEPTED", team.accepted(), team.leader(), null);
        return offer;
    }

    private UUID inPerson(PastOrder it, Comer comer, PastIds ids, UUID order) {
        var offer = ids.at(it.offered());
        offer(it, offer, order, "ACCEPTED", null, comer.person(), it.offered());
        reason(offer, comer.person(), comer.daysSinceAsked());
        answered(offer, "accept", "ACCEPTED", comer.seated(), comer.person(), null);
        return offer;
    }

    private void offer(
            PastOrder it,
            UUID offer,
            UUID order,
            String state,
            @Nullable UUID team,
            @Nullable PersonId asked,
            Instant at) {
        var volunteer = asked == null ? null : asked.value();
        offers.row(county, offer, 2, state, order, team, volunteer, it.begins(), it.ends(), at.plus(TO_ANSWER), at);
        var desk = it.resident().station().desk().actor().person().value();
        offerEvents.row(county, offer, 1, "NEW", "make", "OPEN", at, desk, null);
    }

    private void answered(UUID offer, String command, String to, Instant at, PersonId who, @Nullable String reason) {
        offerEvents.row(county, offer, 2, "OPEN", command, to, at, who.value(), reason);
    }

    /** Of a team the product keeps none: its members were not chosen by the desk. */
    private void reason(UUID offer, PersonId asked, @Nullable Integer daysSince) {
        reasons.row(county, offer, asked.value(), "CHOSEN", WAY, 0, 0, 0, daysSince);
    }

    private UUID seat(PastOrder it, Comer comer, int place, PastIds ids, UUID order, UUID offer) {
        var seat = ids.at(comer.seated());
        var who = comer.person().value();
        var by = it.team() == null ? who : it.team().leader().value();
        seats.row(county, seat, 3, "SERVED", order, place, who, offer, it.begins(), it.ends(), comer.seated());
        seatEvents.row(county, seat, 1, "NEW", "take", "TAKEN", comer.seated(), by);
        seatEvents.row(county, seat, 2, "TAKEN", "check_in", "PRESENT", comer.came(), who);
        seatEvents.row(county, seat, 3, "PRESENT", "check_out", "SERVED", comer.went(), who);
        attendance.row(county, seat, order, who, comer.came(), "CODE", comer.went(), "VOLUNTEER");
        return seat;
    }
}
