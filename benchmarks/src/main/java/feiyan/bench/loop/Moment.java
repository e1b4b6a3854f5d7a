package feiyan.bench.loop;

import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;

/**
 * When the steps of one loop happen. Everything up to the acceptance at one and the same morning, so that no desk's
 * sign-in ends in between; who serves comes at the slot's beginning and goes at its end.
 */
record Moment(Instant asked, Slot served) {

    private static final Duration A_LITTLE = Duration.ofMinutes(1);

    Hours hours() {
        return new Hours(asked, asked, asked, asked, arrival(), leaving(), rating());
    }

    Instant arrival() {
        return served.from();
    }

    Instant leaving() {
        return served.to();
    }

    Instant rating() {
        return served.to().plus(A_LITTLE);
    }
}
