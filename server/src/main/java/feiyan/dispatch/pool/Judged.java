package feiyan.dispatch.pool;

import feiyan.dispatch.Obstacle;
import java.util.Set;

/**
 * One person for one order.
 *
 * @param suggestion as it would be
 * @param against what the rules say against it; empty: may serve
 * @param hush why they should not be asked now all the same
 */
public record Judged(Suggestion suggestion, Set<Obstacle> against, Set<Hush> hush) {}
