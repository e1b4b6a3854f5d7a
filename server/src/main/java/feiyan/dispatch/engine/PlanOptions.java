package feiyan.dispatch.engine;

import java.time.Duration;

/**
 * How to plan.
 *
 * @param most how long the search for something better may take, after the first plan
 */
public record PlanOptions(long seed, Duration most) {}
