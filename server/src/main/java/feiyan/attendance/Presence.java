package feiyan.attendance;

import feiyan.dispatch.SeatId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody was there. Minutes come from the two moments, never from typing, and hold no travel.
 *
 * @param corrections how often the moments were put right; these are the last
 * @param out null while they are there; so is {@code minutes}
 */
public record Presence(
        SeatId seat,
        Instant in,
        @Nullable Instant out,
        @Nullable Integer minutes,
        int corrections) {}
