package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as somebody finds it who would take one of its seats unasked: the same for the list and for the door.
 *
 * @param taken how many seats are
 * @param mine whether the one who looks has one of them
 * @param timeOut the time for which somebody was asked or comes already: it is everybody's
 * @param withTeam a team was asked for it or has it, and answers for all seats
 * @param wishWaits the volunteer whom the requester named comes first: not asked yet, or still thinking
 * @param byRequest the unit wants nobody whom it did not ask
 */
record OrderToTake(
        ServiceSheet sheet,
        int taken,
        boolean mine,
        @Nullable Slot timeOut,
        boolean withTeam,
        boolean wishWaits,
        boolean byRequest) {

    int open() {
        return Math.max(0, sheet.headcount() - taken);
    }

    /** Why nobody can take a seat by themselves, whoever they are. */
    Optional<Refusal> closed() {
        return Optional.ofNullable(why()).map(Refusal::of);
    }

    private @Nullable String why() {
        if (mine) {
            return "seat.yours_already";
        }
        if (sheet.state() != State.APPROVED && sheet.state() != State.OFFERED) {
            return full() ? "seat.taken" : "open_seat.gone";
        }
        if (open() == 0) {
            return "seat.taken";
        }
        if (withTeam) {
            return "open_seat.with_team";
        }
        if (wishWaits) {
            return "open_seat.wish_waits";
        }
        return byRequest ? "open_seat.by_request" : null;
    }

    private boolean full() {
        return sheet.state() == State.ACCEPTED || sheet.state() == State.IN_SERVICE;
    }
}
