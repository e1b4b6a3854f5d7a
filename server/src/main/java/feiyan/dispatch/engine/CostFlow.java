package feiyan.dispatch.engine;

import java.util.Arrays;

/**
 * The cheapest plan if nobody's orders ever overlapped: a min-cost flow from orders over people, by successive shortest
 * paths with potentials (Edmonds and Karp 1972; Tomizawa 1971), one seat at a time. A person's k-th task costs more
 * than the one before: the cost to the sink is convex, so taking the cheapest first is right. A seat may stay open at
 * its price. What overlaps is put right afterwards by {@link Roster} and {@link EjectionChains}.
 *
 * <p>Potentials are kept so that the sink's stays 0: after a search of length D a node at distance d &lt; D gets d − D,
 * the others nothing. So a search touches only what it visits.
 */
final class CostFlow {

    private static final int NONE = -1;

    private final Choices choices;
    private final Weights weights;
    private final Roster given;
    private final int orders;
    private final long[] potential;
    private final long[] distance;
    private final int[] through;
    private final int[] searched;
    private final int[] settled;
    private final int[] visited;
    private final boolean[] used;
    private final int[][] tasks;
    private final int[] taskCount;
    private final NodeHeap heap;
    private int search;
    private int visitedCount;

    /** @param given what is settled already: it stays, and what it leaves no room for is out of the question */
    CostFlow(Roster given) {
        this.given = given;
        choices = given.choices;
        weights = given.weights;
        orders = choices.orders.length;
        int nodes = orders + choices.people();
        potential = new long[nodes];
        distance = new long[nodes];
        through = new int[nodes];
        searched = new int[nodes];
        settled = new int[nodes];
        visited = new int[nodes];
        used = new boolean[choices.edges()];
        tasks = new int[choices.people()][2];
        taskCount = new int[choices.people()];
        heap = new NodeHeap(nodes);
    }

    /** Which edges carry a seat. */
    boolean[] solve() {
        for (int order = 0; order < orders; order++) {
            potential[order] = opening(order);
            for (int seat = given.open(order); seat > 0; seat--) {
                augment(order);
            }
        }
        return used;
    }

    /** The least potential that leaves no edge of a new order with a negative cost. */
    private long opening(int order) {
        long least = -choices.open[order];
        for (int e = choices.begin[order]; e < choices.begin[order + 1]; e++) {
            least = Math.max(least, potential[orders + choices.person[e]] - choices.cost[e]);
        }
        return least;
    }

    /**
     * No plan costs less, be its candidates on the shortlists or not. On them it is the flow's own cost. Somebody
     * beyond a shortlist costs at least as much as its last; where even that is less than what the order's next seat is
     * worth (its potential), each of its seats might save the difference.
     */
    long bound() {
        long bound = given.cost();
        for (int person = 0; person < choices.people(); person++) {
            for (int i = 0; i < taskCount[person]; i++) {
                int edge = tasks[person][i];
                bound += choices.cost[edge] - (long) choices.open[choices.order[edge]];
                bound += (long) weights.again() * (given.taskCount[person] + i);
            }
        }
        for (int order = 0; order < orders; order++) {
            int most = Shortlist.most(choices.orders[order]);
            if (choices.candidates(order) >= most) {
                long saved = -potential[order] - choices.cost[choices.begin[order] + most - 1];
                bound -= Math.max(0, saved) * choices.seats(order);
            }
        }
        return bound;
    }

    private void augment(int source) {
        search++;
        visitedCount = 0;
        heap.clear();
        reach(source, 0, NONE);
        long best = Long.MAX_VALUE;
        int last = NONE;
        while (!heap.isEmpty() && heap.least() < best) {
            int node = heap.pop();
            if (settled[node] == search) {
                continue;
            }
            settled[node] = search;
            visited[visitedCount++] = node;
            long ends = distance[node] + toSink(node) + potential[node];
            if (ends < best) {
                best = ends;
                last = node;
            }
            relax(node);
        }
        for (int i = 0; i < visitedCount; i++) {
            int node = visited[i];
            potential[node] += Math.min(0, distance[node] - best);
        }
        turn(last);
    }

    /** A path may end with a person's next task, or by leaving a seat of an order open. */
    private long toSink(int node) {
        return node < orders
                ? choices.open[node]
                : (long) weights.again() * (given.taskCount[node - orders] + taskCount[node - orders]);
    }

    private void relax(int node) {
        if (node < orders) {
            for (int e = choices.begin[node]; e < choices.begin[node + 1]; e++) {
                if (!used[e] && given.fits(e)) {
                    step(node, orders + choices.person[e], choices.cost[e], e);
                }
            }
        } else {
            int person = node - orders;
            for (int i = 0; i < taskCount[person]; i++) {
                int e = tasks[person][i];
                step(node, choices.order[e], -choices.cost[e], e);
            }
        }
    }

    private void step(int from, int to, int cost, int edge) {
        if (settled[to] != search) {
            reach(to, distance[from] + cost + potential[from] - potential[to], edge);
        }
    }

    private void reach(int node, long length, int edge) {
        if (searched[node] != search || length < distance[node]) {
            searched[node] = search;
            distance[node] = length;
            through[node] = edge;
            heap.push(length, node);
        }
    }

    /** Back along the path: what was taken is free, what was free is taken. */
    private void turn(int last) {
        int node = last;
        while (through[node] != NONE) {
            int e = through[node];
            if (node < orders) {
                drop(choices.person[e], e);
                used[e] = false;
                node = orders + choices.person[e];
            } else {
                take(choices.person[e], e);
                used[e] = true;
                node = choices.order[e];
            }
        }
    }

    private void take(int person, int edge) {
        if (taskCount[person] == tasks[person].length) {
            tasks[person] = Arrays.copyOf(tasks[person], 2 * taskCount[person]);
        }
        tasks[person][taskCount[person]++] = edge;
    }

    private void drop(int person, int edge) {
        int at = 0;
        while (tasks[person][at] != edge) {
            at++;
        }
        tasks[person][at] = tasks[person][--taskCount[person]];
    }
}
