package feiyan.bench.dispatch;

import feiyan.dispatch.engine.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan in the making, by the simplest means: what the greedy peers share. */
final class Week {

    private final Graph graph;
    private final Map<Integer, List<Integer>> ordersOf = new HashMap<>();
    private final int[] seated;
    private final List<Pair> pairs = new ArrayList<>();

    Week(Graph graph) {
        this.graph = graph;
        seated = new int[graph.instance().orders().size()];
    }

    boolean take(Pair pair) {
        var mine = ordersOf.computeIfAbsent(pair.volunteer(), any -> new ArrayList<>());
        if (seated[pair.order()] == graph.seats(pair.order()) || !fits(pair, mine)) {
            return false;
        }
        mine.add(pair.order());
        seated[pair.order()]++;
        return pairs.add(pair);
    }

    private boolean fits(Pair pair, List<Integer> mine) {
        var orders = graph.instance().orders();
        int minutes = orders.get(pair.order()).duration()
                + mine.stream().mapToInt(order -> orders.get(order).duration()).sum();
        return minutes <= graph.instance().volunteers().get(pair.volunteer()).weeklyLimit()
                && mine.stream().noneMatch(order -> order == pair.order() || graph.overlap(order, pair.order()));
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }
}
