package feiyan.accounts;

import feiyan.platform.CountyId;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * One sign-in on one device, from its beginning to its end.
 *
 * @param network coarse, see {@link Visit#coarse}
 * @param seen when its owner last did something, to the minute
 * @param proven when its owner last gave what proves them: the password, the code
 */
public record Stay(
        StayId id,
        AccountId account,
        CountyId county,
        PersonId person,
        boolean staff,
        Device device,
        String network,
        Instant began,
        Instant seen,
        Instant proven) {

    public record StayId(UUID value) implements Serializable {}
}
