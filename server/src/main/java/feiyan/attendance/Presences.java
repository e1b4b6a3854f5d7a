package feiyan.attendance;

import feiyan.dispatch.Rolls;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who was there from when to when, for whoever keeps the roll. */
@Component
public class Presences {

    private final AttendanceRows rows;
    private final Seats seats;

    Presences(AttendanceRows rows, Seats seats) {
        this.rows = rows;
        this.seats = seats;
    }

    /** Of one seat, for whoever keeps its roll; nobody else gets any. */
    public Optional<Presence> kept(Actor keeper, SeatId id) {
        return seats.find(keeper, id)
                .filter(seat -> seats.answersFor(keeper, seat))
                .flatMap(seat -> rows.of(keeper.county(), id));
    }

    /** Of a roll that was read for whom it is. */
    public List<Presence> of(Rolls.Roll roll) {
        return roll.seats().isEmpty()
                ? List.of()
                : rows.of(
                        roll.seats().getFirst().facts().county(),
                        roll.seats().stream().map(seat -> seat.facts().id()).toList());
    }
}
