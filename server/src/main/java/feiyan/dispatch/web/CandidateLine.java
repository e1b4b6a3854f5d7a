package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.units.CoarsePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer on the page of candidates.
 *
 * @param place the figure by which the line and the point on the map are the same
 * @param reasons why they come into question
 * @param terms what they cost, term by term
 * @param against each obstacle; none: they may serve
 * @param hush why they should rather not be asked now
 * @param paused they wanted to be left alone, and are
 * @param home coarse; null where nobody knows it
 */
record CandidateLine(
        int place,
        PersonId id,
        String number,
        String name,
        List<Reason> reasons,
        List<Reason> terms,
        int cost,
        List<Reason> against,
        List<Reason> hush,
        boolean paused,
        @Nullable CoarsePosition home) {

    public boolean canBeAsked() {
        return against.isEmpty() && !paused;
    }
}
