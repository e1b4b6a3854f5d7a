package feiyan.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be called.
 *
 * @param recipient the name to ask for
 * @param signsIn whether they could have answered in the app
 * @param tries calls that reached nobody since
 * @param spoken whether somebody was reached, and only what they said is not written down yet
 * @param lastTry when the last call was
 */
public record CallBack(
        OrderLine order,
        int version,
        String recipient,
        boolean signsIn,
        int tries,
        boolean spoken,
        @Nullable Instant lastTry) {}
