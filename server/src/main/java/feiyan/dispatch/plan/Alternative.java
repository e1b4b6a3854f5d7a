package feiyan.dispatch.plan;

import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.pool.Suggestion;
import java.util.List;

/**
 * Somebody else for a line, and what comes of it.
 *
 * @param change how much dearer the plan becomes, everything that follows included; negative: cheaper
 * @param displaced lines that lose this person
 */
public record Alternative(Suggestion suggestion, ReasonFacts facts, long change, List<Displaced> displaced) {

    public Alternative {
        displaced = List.copyOf(displaced);
    }
}
