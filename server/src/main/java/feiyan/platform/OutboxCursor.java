package feiyan.platform;

import java.util.UUID;

/**
 * How far a follower has read one county's outbox. Kept in memory: an instance that starts anew builds its index anew
 * and follows from there.
 *
 * @param stamp the transaction that wrote the last row read
 * @param id the last row read among those of that transaction
 */
public record OutboxCursor(CountyId county, long stamp, UUID id) {

    private static final UUID BEFORE_ANY = new UUID(0, 0);

    public static OutboxCursor beginning(CountyId county) {
        return new OutboxCursor(county, 0, BEFORE_ANY);
    }

    static OutboxCursor before(CountyId county, long stamp) {
        return new OutboxCursor(county, stamp, BEFORE_ANY);
    }
}
