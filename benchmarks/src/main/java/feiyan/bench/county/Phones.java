package feiyan.bench.county;

import feiyan.accounts.Phone;

/**
 * Numbers that begin with 198, one for each who needs one: their ends are as unlike as people's are. Nobody is called.
 */
final class Phones {

    private static final long ALL = 100_000_000L;
    /** Has no factor in common with {@link #ALL}: so each number comes once before any comes again. */
    private static final long STEP = 61_803_399L;

    private long last;

    Phone next() {
        return new Phone("198%08d".formatted(last++ * STEP % ALL));
    }
}
