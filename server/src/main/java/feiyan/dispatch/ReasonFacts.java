package feiyan.dispatch;

import feiyan.dispatch.engine.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody comes into question for an order, as codes and numbers: what a page says in words and a plan keeps.
 *
 * @param metres the straight line from home; null for a remote service
 * @param visitsBefore how often they have served this home
 * @param wished whether the requester asked for them by name
 */
public record ReasonFacts(
        @Nullable Integer metres,
        Terms terms,
        int visitsBefore,
        int minutesThisWeek,
        int askedThisWeek,
        boolean wished) {}
