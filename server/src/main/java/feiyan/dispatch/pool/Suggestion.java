package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.engine.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would serve an order well, and why.
 *
 * @param metres the straight line from home; null for a remote service, and where nobody knows the way
 * @param terms what makes up the cost, in metres of road
 * @param cost their sum
 * @param visitsBefore to the same requester within 180 days
 * @param minutesThisWeek booked in the week of the service
 * @param askedThisWeek how often within the last seven days
 */
public record Suggestion(
        PersonId volunteer,
        @Nullable Integer metres,
        Terms terms,
        int cost,
        int visitsBefore,
        int minutesThisWeek,
        int askedThisWeek) {}
