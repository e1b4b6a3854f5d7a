package feiyan.attendance;

import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import org.springframework.stereotype.Component;

/** Whose word counts for a volunteer: the leader's or the unit's. Nobody vouches for themselves, staff included. */
@Component
class Vouching {

    private final Seats seats;

    Vouching(Seats seats) {
        this.seats = seats;
    }

    Outcome<Seat> vouched(Actor leader, SeatId id) {
        return seats.find(leader, id)
                .filter(seat -> seats.answersFor(leader, seat))
                .map(seat -> seat.facts().volunteer().equals(leader.person())
                        ? Outcome.<Seat>refused("attendance.not_yourself")
                        : Outcome.done(seat))
                .orElseGet(() -> Outcome.refused("seat.not_yours"));
    }
}
