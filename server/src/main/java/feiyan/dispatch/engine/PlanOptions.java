package feiyan.dispatch.engine;

import java.time.Duration;

/**
 * How to plan.
 *
 * @param most how long all of it may take, the search included
 * @param mostWhenTight the same where the first plan is far from the bound: many want the same people at once
 * @param tries after how many the search ends at the latest; a search that ends so gives the same plan each time
 */
public record PlanOptions(long seed, Effort effort, Duration most, Duration mostWhenTight, long tries) {

    /** How far to go; each step builds on the one before. The bench shows what each brings. */
    public enum Effort {
        DROP_OVERLAPS,
        REFILL,
        CHAINS,
        SEARCH
    }

    /** What a dispatcher waits for without noticing, and two seconds on a day when all need help. */
    public static PlanOptions standard(long seed) {
        return new PlanOptions(seed, Effort.SEARCH, Duration.ofMillis(300), Duration.ofMillis(1_800), Long.MAX_VALUE);
    }

    /** As {@code standard}, with one time for all. */
    public static PlanOptions within(long seed, Duration most) {
        return new PlanOptions(seed, Effort.SEARCH, most, most, Long.MAX_VALUE);
    }

    /** Ends after so many tries, whatever the clock says. */
    public static PlanOptions repeatable(long seed, long tries) {
        var day = Duration.ofDays(1);
        return new PlanOptions(seed, Effort.SEARCH, day, day, tries);
    }

    public PlanOptions only(Effort some) {
        return new PlanOptions(seed, some, most, mostWhenTight, tries);
    }
}
