package feiyan.dispatch.engine;

import java.util.Set;

/**
 * What a plan has to respect of what was said before it.
 *
 * @param pinned stays, as far as the hard rules let it
 * @param forbidden does not come into question: declined, or one of the two will not have the other
 * @param asked somebody who has been asked already
 * @param perAsked how much dearer, in metres of road, a plan may be that leaves one of those in place
 */
public record Ties(Set<Pair> pinned, Set<Pair> forbidden, Set<Pair> asked, int perAsked) {

    public static final Ties NONE = new Ties(Set.of(), Set.of(), Set.of(), 0);

    public Ties {
        pinned = Set.copyOf(pinned);
        forbidden = Set.copyOf(forbidden);
        asked = Set.copyOf(asked);
    }

    /** What this pair costs less than its terms say. */
    int discount(Pair pair) {
        return asked.contains(pair) ? perAsked : 0;
    }
}
