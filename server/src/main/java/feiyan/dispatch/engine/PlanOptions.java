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

    private static final int COUNTY_ORDERS = 2_000;

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

    /** As {@code standard}, and as much more time as there are more orders than one county has in a week. */
    public static PlanOptions standard(long seed, int orders) {
        var county = standard(seed);
        double times = Math.max(1, (double) orders / COUNTY_ORDERS);
        return new PlanOptions(
                seed, Effort.SEARCH, times(county.most, times), times(county.mostWhenTight, times), Long.MAX_VALUE);
    }

    private static Duration times(Duration one, double times) {
        return Duration.ofNanos((long) (one.toNanos() * times));
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
