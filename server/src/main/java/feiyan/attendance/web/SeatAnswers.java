package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Presences;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a seat and its order stand after a command, told to whoever gave it. */
@Component
class SeatAnswers {

    private final Seats seats;
    private final Attendance attendance;
    private final Presences presences;
    private final ServiceSheets sheets;

    SeatAnswers(Seats seats, Attendance attendance, Presences presences, ServiceSheets sheets) {
        this.seats = seats;
        this.attendance = attendance;
        this.presences = presences;
        this.sheets = sheets;
    }

    Outcome<SeatPresence> own(Actor volunteer, Outcome<SeatId> command) {
        return command.map(id -> SeatPresence.of(
                id.value(),
                seats.find(volunteer, id).orElseThrow().state(),
                attendance.of(volunteer, List.of(id)).stream().findFirst().orElse(null)));
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
