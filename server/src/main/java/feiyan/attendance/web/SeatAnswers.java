package feiyan.attendance.web;

import feiyan.attendance.Attended;
import feiyan.attendance.Presences;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import org.springframework.stereotype.Component;

/** How a seat and its order stand after a command, told to whoever gave it. */
@Component
class SeatAnswers {

    private final Seats seats;
    private final Presences presences;
    private final ServiceSheets sheets;

    SeatAnswers(Seats seats, Presences presences, ServiceSheets sheets) {
        this.seats = seats;
        this.presences = presences;
        this.sheets = sheets;
    }

    static Outcome<SeatPresence> own(Outcome<Attended> command) {
        return command.map(seat -> SeatPresence.of(seat.seat().value(), seat.state(), seat.presence()));
    }

    Outcome<SeatPresence> kept(Actor keeper, Outcome<SeatId> command) {
        return command.map(id -> SeatPresence.of(
                id.value(),
                seats.find(keeper, id).orElseThrow().state(),
                presences.kept(keeper, id).orElse(null)));
    }

    Outcome<OrderAfter> order(Actor actor, Outcome<OrderId> command) {
        return command.map(
                id -> OrderAfter.of(id, sheets.stage(actor.county(), id).orElseThrow()));
    }
}
