package feiyan.bench.county;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids as the product makes them, UUIDv7, of the moment when each row came to be. */
final class PastIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    PastIds(SplittableRandom random) {
        this.random = random;
    }

    UUID at(Instant moment) {
        long most = moment.toEpochMilli() << 16 | VERSION | random.nextInt(1 << 12);
        return new UUID(most, VARIANT | random.nextLong() >>> 2);
    }
}
