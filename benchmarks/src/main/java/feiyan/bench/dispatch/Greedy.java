package feiyan.bench.dispatch;

import feiyan.dispatch.engine.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most urgent order first, each seat to the first of its candidates who can: what a dispatcher with a list does.
 */
final class Greedy {

    private Greedy() {}

    static List<Pair> plan(Graph graph) {
        var week = new Week(graph);
        var orders = graph.instance().orders();
        IntStream.range(0, orders.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer order) -> -orders.get(order).urgency())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(order -> graph.pairs(order).forEach(week::take));
        return week.pairs();
    }
}
