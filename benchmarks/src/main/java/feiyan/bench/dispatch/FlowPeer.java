package feiyan.bench.dispatch;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import feiyan.dispatch.engine.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OR-Tools' min-cost flow (cost scaling, push-relabel): overlaps are dropped, and each open seat filled with whoever
 * can.
 */
final class FlowPeer {

    /** A fifth task of one person in a week is as good as never right. */
    private static final int MOST_TASKS = 4;

    private static final long AGAIN = 1_500;

    private final Graph graph;
    private final MinCostFlow flow;
    private final Map<Integer, Pair> arcs = new LinkedHashMap<>();
    private final Map<Integer, Integer> people = new HashMap<>();

    private FlowPeer(Graph graph) {
        Loader.loadNativeLibraries();
        this.graph = graph;
        flow = new MinCostFlow();
    }

    static List<Pair> plan(Graph graph) {
        return new FlowPeer(graph).solve();
    }

    private List<Pair> solve() {
        int orders = graph.candidates().size();
        int sink = orders;
        long seats = 0;
        for (int order = 0; order < orders; order++) {
            flow.setNodeSupply(order, graph.seats(order));
            flow.addArcWithCapacityAndUnitCost(order, sink, graph.seats(order), graph.openPrice(order));
            seats += graph.seats(order);
            for (var some : graph.candidates().get(order)) {
                int person = people.computeIfAbsent(some.volunteer(), any -> person(sink));
                arcs.put(
                        flow.addArcWithCapacityAndUnitCost(order, person, 1, some.cost()),
                        new Pair(order, some.volunteer()));
            }
        }
        flow.setNodeSupply(sink, -seats);
        if (flow.solve() != MinCostFlow.Status.OPTIMAL) {
            throw new IllegalStateException("no flow");
        }
        return repaired();
    }

    private int person(int sink) {
        int node = sink + 1 + people.size();
        for (int task = 0; task < MOST_TASKS; task++) {
            flow.addArcWithCapacityAndUnitCost(node, sink, 1, task * AGAIN);
        }
        return node;
    }

    private List<Pair> repaired() {
        var week = new Week(graph);
        var used = new ArrayList<Pair>();
        arcs.forEach((arc, pair) -> {
            if (flow.getFlow(arc) > 0) {
                used.add(pair);
            }
        });
        used.sort(Comparator.comparingInt(pair -> -graph.openPrice(pair.order())));
        used.forEach(week::take);
        for (int order = 0; order < graph.candidates().size(); order++) {
            graph.pairs(order).forEach(week::take);
        }
        return week.pairs();
    }
}
