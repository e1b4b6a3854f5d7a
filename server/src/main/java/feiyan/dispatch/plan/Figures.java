package feiyan.dispatch.plan;

import java.time.Instant;

/**
 * What came of making a plan.
 *
 * @param cost in metres of road, less the seats that nobody could fill
 * @param bound no plan costs less
 * @param orders that were planned
 * @param seats they have open
 * @param proposed for how many of them the plan has somebody
 * @param digest of everything the plan was made from
 */
public record Figures(
        long cost, long bound, int orders, int seats, int proposed, int tookMillis, String digest, Instant madeAt) {}
