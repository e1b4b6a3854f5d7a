package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Who may serve what, thinned to the cheapest of each order: one edge for each pair. Orders and people are small numbers
 * here; {@link #volunteer} leads back.
 */
final class Choices {

    final OpenOrder[] orders;
    /** Edges of order o: {@code begin[o]} to {@code begin[o + 1]}, the cheapest first. */
    final int[] begin;

    final int[] order;
    final int[] person;
    final int[] cost;
    /** The person's place in the index. */
    final int[] volunteer;
    /** Minutes that each person may still serve in the week. */
    final int[] limit;
    /** What each open seat of an order costs. */
    final int[] open;
    /** Seats that nobody could fill, whatever the plan. */
    final int[] missing;

    private Choices(
            OpenOrder[] orders, int[] begin, int[] order, int[] person, int[] cost, int[] volunteer, int[] limit, int[] open, int[] missing) {
        this.orders = orders;
        this.begin = begin;
        this.order = order;
        this.person = person;
        this.cost = cost;
        this.volunteer = volunteer;
        this.limit = limit;
        this.open = open;
        this.missing = missing;
    }

    int people() {
        return volunteer.length;
    }

    int edges() {
        return order.length;
    }

    /** The edge of this pair, or −1. */
    int edge(int order, int volunteerAt) {
        for (int e = begin[order]; e < begin[order + 1]; e++) {
            if (volunteer[person[e]] == volunteerAt) {
                return e;
            }
        }
        return -1;
    }

    /** @param each the candidates of each order, the cheapest first; at least its headcount where there are so many */
    static Choices of(List<OpenOrder> orders, List<List<Candidate>> each, CandidateIndex index, Weights weights) {
        var begin = new int[orders.size() + 1];
        for (int o = 0; o < orders.size(); o++) {
            begin[o + 1] = begin[o] + each.get(o).size();
        }
        int edges = begin[orders.size()];
        var order = new int[edges];
        var person = new int[edges];
        var cost = new int[edges];
        var missing = new int[orders.size()];
        var local = new int[index.size()];
        Arrays.fill(local, -1);
        var people = new int[Math.min(edges, index.size())];
        int count = 0;
        for (int o = 0, e = 0; o < orders.size(); o++) {
            missing[o] = Math.max(0, orders.get(o).headcount() - each.get(o).size());
            for (var candidate : each.get(o)) {
                if (local[candidate.volunteer()] < 0) {
                    people[count] = candidate.volunteer();
                    local[candidate.volunteer()] = count++;
                }
                order[e] = o;
                person[e] = local[candidate.volunteer()];
                cost[e++] = candidate.cost();
            }
        }
        var volunteer = Arrays.copyOf(people, count);
        var limit = Arrays.stream(volunteer)
                .map(at -> index.volunteer(at).weeklyLimit())
                .toArray();
        var open = orders.stream().mapToInt(weights::open).toArray();
        return new Choices(orders.toArray(OpenOrder[]::new), begin, order, person, cost, volunteer, limit, open, missing);
    }
}
