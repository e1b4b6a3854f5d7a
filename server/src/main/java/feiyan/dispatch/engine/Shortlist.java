package feiyan.dispatch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom a plan considers: for each order its cheapest sixteen and headcount, measured to lose nothing, and whoever is
 * tied to it though dearer.
 */
final class Shortlist {

    private static final int BEYOND_HEADCOUNT = 16;

    private Shortlist() {}

    /** @param widths how many for each order, {@link #most} or, where those were not enough, more */
    static List<List<Candidate>> of(List<OpenOrder> orders, CandidateIndex index, Ties ties, Law law, int[] widths) {
        var tied = new ArrayList<List<Integer>>();
        orders.forEach(order -> tied.add(new ArrayList<>()));
        Stream.concat(ties.pinned().stream(), ties.asked().stream())
                .filter(pair ->
                        !ties.forbidden().contains(pair) || ties.pinned().contains(pair))
                .distinct()
                .forEach(pair -> tied.get(pair.order()).add(pair.volunteer()));
        return IntStream.range(0, orders.size())
                .parallel()
                .mapToObj(o -> candidates(o, orders.get(o), widths[o], index, ties, tied.get(o), law))
                .toList();
    }

    private static List<Candidate> candidates(
            int at, OpenOrder order, int width, CandidateIndex index, Ties ties, List<Integer> tied, Law law) {
        IntPredicate may = ties.forbidden().isEmpty()
                ? who -> law.allows(order, who)
                : who -> !ties.forbidden().contains(new Pair(at, who)) && law.allows(order, who);
        var cheapest = width == most(order)
                ? index.cheapest(order, width, may)
                : index.cheapest(order, width, may, (one, other) -> Integer.compare(turn(at, one), turn(at, other)));
        if (tied.isEmpty()) {
            return cheapest;
        }
        var others = tied.stream()
                .filter(who -> index.against(order, who).isEmpty() && law.allows(order, who))
                .map(who -> new Candidate(who, index.terms(order, who).sum()));
        return Stream.concat(cheapest.stream(), others)
                .distinct()
                .map(some ->
                        new Candidate(some.volunteer(), some.cost() - ties.discount(new Pair(at, some.volunteer()))))
                .sorted(Comparator.comparingInt(Candidate::cost).thenComparingInt(Candidate::volunteer))
                .toList();
    }

    /**
     * Many who cost the same, as all do for a remote service, come in another order for each order: else two hundred
     * orders would all consider the same sixteen.
     */
    private static int turn(int order, int who) {
        int mixed = (order * 0x9E3779B9 + who) * 0x85EBCA6B;
        return (mixed ^ mixed >>> 15) * 0xC2B2AE35;
    }

    /** {@link #most} for each. */
    static int[] widths(List<OpenOrder> orders) {
        return orders.stream().mapToInt(Shortlist::most).toArray();
    }

    /** Beyond so many there may be further people, each at least as dear as these. */
    static int most(OpenOrder order) {
        return BEYOND_HEADCOUNT + order.headcount();
    }
}
