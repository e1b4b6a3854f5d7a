package feiyan.dispatch;

import feiyan.orders.Slot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a seat. It implements the {@code Move} of each state that knows it. */
public sealed interface SeatCommand permits Seat.Untaken.Move, Seat.Taken.Move, Seat.Present.Move {

    /** As {@code seat_transition} writes it. */
    String verb();

    /** Why, as a code that may be kept for ever. */
    default @Nullable String reason() {
        return null;
    }

    record Take() implements Seat.Untaken.Move {
        @Override
        public String verb() {
            return "take";
        }
    }

    record GiveBack(@Nullable String reason) implements Seat.Taken.Move {
        @Override
        public String verb() {
            return "give_back";
        }
    }

    record Release(String reason) implements Seat.Taken.Move {
        @Override
        public String verb() {
            return "release";
        }
    }

    record Move(Slot time) implements Seat.Taken.Move {
        @Override
        public String verb() {
            return "move";
        }
    }

    /** @param reason what whoever waited knows of it, as a code */
    record Miss(@Nullable String reason) implements Seat.Taken.Move {
        @Override
        public String verb() {
            return "miss";
        }
    }

    /**
     * Somebody is there.
     *
     * @param early how long before the time agreed one may come: who checks in the day before was not there
     * @param reason why the leader confirms it, where no code was typed
     */
    record CheckIn(Duration early, @Nullable String reason) implements Seat.Taken.Move {
        @Override
        public String verb() {
            return "check_in";
        }
    }

    /**
     * Somebody goes.
     *
     * @param late how long after the time agreed one may still say so oneself; later the leader settles it, since the
     *     minutes of a forgotten check-out would not be true
     */
    record CheckOut(Duration late) implements Seat.Present.Move {
        @Override
        public String verb() {
            return "check_out";
        }
    }

    /** The leader ends what the volunteer forgot to. */
    record Settle(String reason) implements Seat.Present.Move {
        @Override
        public String verb() {
            return "settle";
        }
    }
}
