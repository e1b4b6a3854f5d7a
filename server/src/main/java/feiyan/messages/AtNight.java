package feiyan.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a text message may wake somebody. */
public enum AtNight {
    WAITS,
    /** An urgent order's offer is over in half an hour. */
    RINGS_IF_URGENT,
    /** A change is of no use after the service: it rings where the morning would be too late to act on it. */
    RINGS_IF_SOON;

    /** To dress and set out, or to stay at home. */
    private static final Duration TO_ACT = Duration.ofHours(1);

    /**
     * @param begins when the service begins, where that is known
     * @param morning when the quiet hours end
     */
    boolean rings(boolean urgent, @Nullable Instant begins, Instant now, Instant morning) {
        return switch (this) {
            case WAITS -> false;
            case RINGS_IF_URGENT -> urgent;
            case RINGS_IF_SOON -> begins != null && begins.isAfter(now) && begins.isBefore(morning.plus(TO_ACT));
        };
    }
}
