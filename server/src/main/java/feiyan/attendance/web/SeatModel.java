package feiyan.attendance.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.attendance.Correction;
import feiyan.attendance.Corrections;
import feiyan.attendance.MissReason;
import feiyan.attendance.OfflineProofs;
import feiyan.attendance.Presence;
import feiyan.attendance.Presences;
import feiyan.attendance.Reason;
import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatFacts;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the page of one seat shows to whoever keeps the roll. */
@Component
class SeatModel {

    private final Seats seats;
    private final Presences presences;
    private final Corrections corrections;
    private final OfflineProofs proofs;
    private final Persons names;
    private final InstantSource clock;

    SeatModel(
            Seats seats,
            Presences presences,
            Corrections corrections,
            OfflineProofs proofs,
            Persons names,
            InstantSource clock) {
        this.seats = seats;
        this.presences = presences;
        this.corrections = corrections;
        this.proofs = proofs;
        this.names = names;
        this.clock = clock;
    }

    Map<String, Object> of(Actor actor, SeatId id) {
        var seat = kept(actor, id);
        var facts = seat.facts();
        var put = corrections.of(actor, id);
        var presence = presences.kept(actor, id).orElse(null);
        var model = new HashMap<String, Object>();
        model.put("seat", facts);
        model.put("state", seat.state());
        model.put("mine", facts.volunteer().equals(actor.person()));
        model.put("presence", presence);
        model.put("corrections", put);
        model.put("proofs", proofs.of(actor, id));
        model.put("names", names.names(actor.county(), people(facts, put)));
        model.put("list", list(actor, id));
        moments(model, facts, presence);
        model.put("coming", Reason.FOR_COMING);
        model.put("leaving", Reason.FOR_LEAVING);
        model.put("correcting", Reason.FOR_CORRECTING);
        model.put("missing", MissReason.values());
        return model;
    }

    /** As {@link #of}, for who reads it by the API. */
    SeatView view(Actor actor, SeatId id) {
        var seat = kept(actor, id);
        var put = corrections.of(actor, id);
        return SeatView.of(
                seat,
                presences.kept(actor, id).orElse(null),
                proofs.of(actor, id),
                put,
                names.names(actor.county(), people(seat.facts(), put)));
    }

    private static List<PersonId> people(SeatFacts facts, List<Correction> put) {
        return Stream.concat(Stream.of(facts.volunteer()), put.stream().map(Correction::by))
                .toList();
    }

    /** What stands in the fields at first: as it is known, else the end agreed, or now where that is still to come. */
    private void moments(Map<String, Object> model, SeatFacts facts, @Nullable Presence presence) {
        var now = clock.instant();
        var end = facts.time().to().isAfter(now) ? now : facts.time().to();
        model.put("left", local(end));
        if (presence != null && presence.out() != null) {
            model.put("in", local(presence.in()));
            model.put("out", local(presence.out()));
        }
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, SeatRollPage.CHINA)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Where the whole roll stands: the team's for its leader, the order's for the unit. */
    String list(Actor actor, SeatId id) {
        var seat = kept(actor, id);
        return seats.leads(actor, seat)
                ? "/offers/" + seat.facts().offer().value()
                : "/orders/%s/roll".formatted(seat.facts().order().value());
    }

    private Seat kept(Actor actor, SeatId id) {
        return seats.find(actor, id)
                .filter(seat -> seats.answersFor(actor, seat))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
