package feiyan.dispatch.engine;

import org.jspecify.annotations.Nullable;

/**
 * Fills one open seat as cheaply as it can, if need be by taking somebody from another order, whose seat is then filled
 * in the same way: ejection chains (Glover 1996), depth first, cut off where even the cheapest replacement of those
 * driven out would not pay.
 */
final class EjectionChains {

    private static final int MOST_DRIVEN_OUT = 2;

    private final Roster roster;
    private final Choices choices;
    private final int[][] blockers;

    EjectionChains(Roster roster, int deepest) {
        this.roster = roster;
        this.choices = roster.choices;
        this.blockers = new int[deepest + 1][MOST_DRIVEN_OUT];
    }

    /**
     * Fills one seat of the order, or leaves it open where that is cheaper; what it did stands in the roster's journal.
     *
     * @param depth how many times somebody may be taken from another order
     */
    void fill(int order, int depth) {
        int mark = roster.mark();
        long before = roster.cost();
        long best = 0;
        int direct = cheapestFree(order);
        if (direct >= 0 && roster.adding(direct) < 0) {
            best = roster.adding(direct);
        }
        int[] chain = depth == 0 ? null : cheapestChain(order, depth, best, before, mark);
        if (chain != null) {
            roster.redo(chain);
        } else if (best < 0) {
            roster.add(direct);
        }
    }

    private int cheapestFree(int order) {
        int cheapest = -1;
        long least = Long.MAX_VALUE;
        for (int e = choices.begin[order]; e < choices.begin[order + 1]; e++) {
            if (choices.cost[e] - (long) choices.open[order] >= least) {
                break;
            }
            if (roster.fits(e) && roster.adding(e) < least) {
                least = roster.adding(e);
                cheapest = e;
            }
        }
        return cheapest;
    }

    /** What to do where driving somebody out is cheaper than {@code best}; null where it never is. */
    private int @Nullable [] cheapestChain(int order, int depth, long best, long before, int mark) {
        int[] chain = null;
        long least = best;
        for (int e = choices.begin[order]; e < choices.begin[order + 1]; e++) {
            if (roster.used[e]) {
                continue;
            }
            var driven = blockers[depth];
            int count = roster.blockers(e, driven);
            if (count <= 0 || bound(e, driven, count) >= least) {
                continue;
            }
            if (drive(e, driven, count, depth) && roster.cost() - before < least) {
                least = roster.cost() - before;
                chain = roster.since(mark);
            }
            roster.undo(mark);
        }
        return chain;
    }

    /** False where the law stands in the way even so. */
    private boolean drive(int edge, int[] driven, int count, int depth) {
        int first = choices.order[driven[0]];
        int second = count > 1 ? choices.order[driven[1]] : -1;
        for (int i = 0; i < count; i++) {
            roster.remove(driven[i]);
        }
        if (!roster.isLawful(edge)) {
            return false;
        }
        roster.add(edge);
        fill(first, depth - 1);
        if (second >= 0) {
            fill(second, depth - 1);
        }
        return true;
    }

    /** No chain over this edge costs less: each order driven out pays at least its cheapest other candidate. */
    private long bound(int edge, int[] driven, int count) {
        long bound = roster.adding(edge);
        for (int i = 0; i < count; i++) {
            bound -= (long) roster.weights.again() * roster.taskCount[choices.person[edge]];
            int order = choices.order[driven[i]];
            bound += Math.min(cheapestOther(order), choices.open[order]) - choices.cost[driven[i]];
        }
        return bound;
    }

    private int cheapestOther(int order) {
        for (int e = choices.begin[order]; e < choices.begin[order + 1]; e++) {
            if (!roster.used[e]) {
                return choices.cost[e];
            }
        }
        return Integer.MAX_VALUE;
    }
}
