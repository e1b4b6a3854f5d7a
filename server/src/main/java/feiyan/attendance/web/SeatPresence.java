package feiyan.attendance.web;

import feiyan.attendance.Presence;
import feiyan.dispatch.SeatState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat after somebody came or went.
 *
 * @param in null until then; so are {@code out} and {@code minutes}
 * @param corrections how often the moments were put right: the version that a correction takes
 */
record SeatPresence(
        UUID seat,
        SeatState state,
        @Nullable Instant in,
        @Nullable Instant out,
        @Nullable Integer minutes,
        int corrections) {

    static SeatPresence of(UUID seat, SeatState state, @Nullable Presence presence) {
        return presence == null
                ? new SeatPresence(seat, state, null, null, null, 0)
                : new SeatPresence(
                        seat, state, presence.in(), presence.out(), presence.minutes(), presence.corrections());
    }
}
