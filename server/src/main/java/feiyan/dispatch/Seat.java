package feiyan.dispatch;

import feiyan.platform.Outcome;
import java.time.Instant;

/**
 * A seat in one of its states, each with only its own moves; {@link #decide} is the way in. The other two walls are the
 * one statement of {@link SeatRows} and the constraints of V0007.
 */
public sealed interface Seat {

    SeatFacts facts();

    SeatState state();

    /** What {@code command} makes of {@code seat}; a state that does not know the command refuses it. */
    static Outcome<Seat> decide(Seat seat, SeatCommand command, Instant now) {
        return switch (seat) {
            case Untaken it -> command instanceof Untaken.Move move ? it.on(move) : unknown(it);
            case Taken it -> command instanceof Taken.Move move ? it.on(move, now) : unknown(it);
            case Present it -> command instanceof Present.Move move ? it.on(move, now) : unknown(it);
            case Ended it -> unknown(it);
        };
    }

    private static Outcome<Seat> unknown(Seat seat) {
        return Outcome.refused("seat.not_now", seat.state().name());
    }

    record Untaken(SeatFacts facts) implements Seat {
        public sealed interface Move extends SeatCommand permits SeatCommand.Take {}

        @Override
        public SeatState state() {
            return SeatState.NEW;
        }

        Outcome<Seat> on(Move move) {
            return switch (move) {
                case SeatCommand.Take _ -> Outcome.done(new Taken(facts.next()));
            };
        }
    }

    record Taken(SeatFacts facts) implements Seat {
        public sealed interface Move extends SeatCommand
                permits SeatCommand.GiveBack,
                        SeatCommand.Release,
                        SeatCommand.Move,
                        SeatCommand.Miss,
                        SeatCommand.CheckIn {}

        @Override
        public SeatState state() {
            return SeatState.TAKEN;
        }

        Outcome<Seat> on(Move move, Instant now) {
            var from = facts.time().from();
            return switch (move) {
                case SeatCommand.GiveBack _ when !now.isBefore(from) -> Outcome.refused("seat.time_has_come");
                case SeatCommand.GiveBack _ -> Outcome.done(new Ended(facts.next(), SeatState.GIVEN_BACK));
                case SeatCommand.Release _ -> Outcome.done(new Ended(facts.next(), SeatState.RELEASED));
                case SeatCommand.Move(var time) -> Outcome.done(new Taken(facts.at(time)));
                case SeatCommand.Miss _ when now.isBefore(from) -> Outcome.refused("seat.not_yet_time");
                case SeatCommand.Miss _ -> Outcome.done(new Ended(facts.next(), SeatState.NO_SHOW));
                case SeatCommand.CheckIn checkIn
                when now.isBefore(from.minus(checkIn.early())) -> Outcome.refused("seat.too_early");
                case SeatCommand.CheckIn _ -> Outcome.done(new Present(facts.next()));
            };
        }
    }

    record Present(SeatFacts facts) implements Seat {
        public sealed interface Move extends SeatCommand permits SeatCommand.CheckOut, SeatCommand.Settle {}

        @Override
        public SeatState state() {
            return SeatState.PRESENT;
        }

        Outcome<Seat> on(Move move, Instant now) {
            var to = facts.time().to();
            return switch (move) {
                case SeatCommand.CheckOut checkOut
                when now.isAfter(to.plus(checkOut.late())) -> Outcome.refused("seat.too_late");
                case SeatCommand.CheckOut _ -> Outcome.done(new Ended(facts.next(), SeatState.SERVED));
                case SeatCommand.Settle _ -> Outcome.done(new Ended(facts.next(), SeatState.SERVED));
            };
        }
    }

    /** Nothing can be asked of it any more; the state says how it ended. */
    record Ended(SeatFacts facts, SeatState state) implements Seat {}
}
