package feiyan.dispatch;

import java.time.Instant;

/** A seat as its own step left it, and the moment of that step. */
public record SeatStep(Seat seat, Instant at) {

    public SeatFacts facts() {
        return seat.facts();
    }
}
