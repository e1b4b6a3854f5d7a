package feiyan.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Makes ids in the application: UUIDv7, so that keys grow with time and no sequence is shared between shards. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator(RANDOM);

    private Ids() {}

    /**
     * Later ones are greater, also within a millisecond: lists that go by id keep the order in which things happened.
     */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** A new tenant's id: random, so that two counties that were founded apart can be brought together. */
    public static CountyId nextCounty() {
        return new CountyId(RANDOM.nextLong(1L << 31, 1L << 52));
    }

    /** Reads what a stranger typed into an address; empty where it is no UUID in its canonical form. */
    public static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
