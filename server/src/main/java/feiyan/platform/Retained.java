package feiyan.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One kind of personal data that is let go when its time is over. Each module brings its own; what stays are codes and
 * ids. What the law or a quarrel still needs is not due, however old it is.
 */
public interface Retained {

    /** A code for the message keys {@code retention.<kind>}. */
    String kind();

    /** For how many days after its purpose was fulfilled a county keeps it. */
    Setting<Integer> days();

    Due due(CountyId county, Instant before);

    /** Whether it opens its own transactions, one for each: where one failing must not take back another. */
    default boolean oneByOne() {
        return false;
    }

    /**
     * In the caller's transaction, the oldest first; how many went. What somebody else holds is left for another time.
     */
    int letGo(CountyId county, Instant before, int atMost);

    /** @param oldest null with {@code newest} where there is none */
    record Due(
            long number, @Nullable Instant oldest, @Nullable Instant newest) {}
}
