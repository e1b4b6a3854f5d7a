package feiyan.bench.dispatch;

import feiyan.dispatch.engine.Candidate;
import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Pair;
import feiyan.dispatch.engine.Weights;
import java.util.List;

/**
 * What every peer is given: for each order the same candidates as ours, so that they differ by what they make of them.
 */
record Graph(Instance instance, CandidateIndex index, List<List<Candidate>> candidates) {

    private static final int BEYOND_HEADCOUNT = 16;

    static Graph of(Instance instance, int beyondHeadcount) {
        var index = new CandidateIndex(instance.volunteers(), Weights.STANDARD);
        return new Graph(instance, index, candidates(instance, index, beyondHeadcount));
    }

    static Graph of(Instance instance) {
        return of(instance, BEYOND_HEADCOUNT);
    }

    /** The same with those who live nearest, whatever else they cost. */
    Graph nearest() {
        var way = new Weights(Weights.STANDARD.openSeat(), 1.3, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0);
        var byWay = new CandidateIndex(instance.volunteers(), way);
        return new Graph(instance, byWay, candidates(instance, byWay, BEYOND_HEADCOUNT));
    }

    private static List<List<Candidate>> candidates(Instance instance, CandidateIndex index, int beyond) {
        return instance.orders().stream()
                .map(order -> index.cheapest(order, beyond + order.headcount()))
                .toList();
    }

    /** Seats that somebody could fill. */
    int seats(int order) {
        return Math.min(
                instance.orders().get(order).headcount(), candidates.get(order).size());
    }

    int openPrice(int order) {
        return Weights.STANDARD.openSeat().get(instance.orders().get(order).urgency());
    }

    List<Pair> pairs(int order) {
        return candidates.get(order).stream()
                .map(some -> new Pair(order, some.volunteer()))
                .toList();
    }

    boolean overlap(int one, int other) {
        return overlap(instance.orders().get(one), instance.orders().get(other));
    }

    static boolean overlap(OpenOrder one, OpenOrder other) {
        boolean inOrder = one.start() <= other.start();
        var early = inOrder ? one : other;
        var late = inOrder ? other : one;
        double road = 1.3 * Math.hypot((double) early.x() - late.x(), (double) early.y() - late.y());
        int minutes = road < 50 ? 0 : 5 + (int) Math.ceil(road / 400);
        return early.start() + early.duration() + minutes > late.start();
    }
}
