package feiyan.attendance.web;

import feiyan.accounts.PersonId;
import feiyan.attendance.Presence;
import feiyan.dispatch.Rolls.Roll;
import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatState;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes to an order and who was there, for its unit. */
record RollView(UUID order, State state, int version, int headcount, int taken, List<RollLine> seats)
        implements Versioned {

    /**
     * @param name null where somebody was erased
     * @param in null until somebody is there; so are {@code out} and {@code minutes}
     */
    record RollLine(
            UUID seat,
            SeatState state,
            UUID volunteer,
            @Nullable String name,
            UUID offer,
            Slot time,
            @Nullable Instant in,
            @Nullable Instant out,
            @Nullable Integer minutes) {

        static RollLine of(Seat seat, Map<PersonId, String> names, @Nullable Presence presence) {
            var facts = seat.facts();
            return new RollLine(
                    facts.id().value(),
                    seat.state(),
                    facts.volunteer().value(),
                    names.get(facts.volunteer()),
                    facts.offer().value(),
                    facts.time(),
                    presence == null ? null : presence.in(),
                    presence == null ? null : presence.out(),
                    presence == null ? null : presence.minutes());
        }
    }

    static RollView of(Roll roll, Map<PersonId, String> names, Map<SeatId, Presence> presences) {
        var order = roll.order();
        var lines = roll.seats().stream()
                .map(seat -> RollLine.of(seat, names, presences.get(seat.facts().id())))
                .toList();
        return new RollView(order.id().value(), order.state(), order.version(), order.headcount(), roll.taken(), lines);
    }
}
