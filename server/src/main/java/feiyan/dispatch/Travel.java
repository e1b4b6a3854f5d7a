package feiyan.dispatch;

import feiyan.units.CoarsePosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way between two services: the figures of docs/dispatch, which the engine uses too. */
final class Travel {

    /** Straight lines to roads, as measured on county roads. */
    static final double ROAD = 1.3;

    private static final double NEXT_DOOR_METRES = 50;
    private static final double METRES_A_MINUTE = 400;
    private static final int MINUTES_TO_SET_OFF = 5;

    private Travel() {}

    /** To and from a remote service there is no way. */
    static Duration between(@Nullable CoarsePosition here, @Nullable CoarsePosition there) {
        if (here == null || there == null) {
            return Duration.ZERO;
        }
        double road = ROAD * here.metresTo(there);
        return road < NEXT_DOOR_METRES
                ? Duration.ZERO
                : Duration.ofMinutes(MINUTES_TO_SET_OFF + (long) Math.ceil(road / METRES_A_MINUTE));
    }
}
