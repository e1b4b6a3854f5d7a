package feiyan.bench.loop;

import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;

/** When each step of one need is taken. */
public record Hours(
        Instant placed,
        Instant approved,
        Instant offered,
        Instant accepted,
        Instant came,
        Instant went,
        Instant rated) {

    private static final Duration LEAD = Duration.ofDays(3);

    /** Three days before, at the same hour, somebody asks for it; that afternoon it is agreed. */
    static Hours around(Slot time) {
        var asked = time.from().minus(LEAD);
        return new Hours(
                asked,
                asked.plus(Duration.ofHours(1)),
                asked.plus(Duration.ofHours(2)),
                asked.plus(Duration.ofHours(3)),
                time.from(),
                time.to(),
                time.from().plus(Duration.ofHours(5)));
    }
}
