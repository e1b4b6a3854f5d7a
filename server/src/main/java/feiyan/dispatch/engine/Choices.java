package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Who may serve what, thinned to the shortlist of each order: one edge for each pair. Orders and people are small
 * numbers here; {@link #volunteer} leads back.
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

    /** @param each the candidates of each order, the cheapest first; at least its headcount where there are so many */
    Choices(List<OpenOrder> orders, List<List<Candidate>> each, CandidateIndex index, Weights weights) {
        this.orders = orders.toArray(OpenOrder[]::new);
        this.open = orders.stream().mapToInt(weights::open).toArray();
        begin = new int[orders.size() + 1];
        for (int o = 0; o < orders.size(); o++) {
            begin[o + 1] = begin[o] + each.get(o).size();
        }
        int edges = begin[orders.size()];
        order = new int[edges];
        person = new int[edges];
        cost = new int[edges];
        volunteer = number(each, index.size());
        limit = Arrays.stream(volunteer)
                .map(at -> index.volunteer(at).weeklyLimit())
                .toArray();
    }

    /** Fills the edges and numbers the people as they come. */
    private int[] number(List<List<Candidate>> each, int size) {
        var local = new int[size];
        Arrays.fill(local, -1);
        var people = new int[Math.min(edges(), size)];
        int count = 0;
        int e = 0;
        for (int o = 0; o < orders.length; o++) {
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
        return Arrays.copyOf(people, count);
    }

    int people() {
        return volunteer.length;
    }

    int edges() {
        return order.length;
    }

    int candidates(int order) {
        return begin[order + 1] - begin[order];
    }

    /** Seats that somebody could fill. */
    int seats(int order) {
        return Math.min(orders[order].headcount(), candidates(order));
    }

    Pair pair(int edge) {
        return new Pair(order[edge], volunteer[person[edge]]);
    }

    /** The edge of this pair, or −1. */
    int edge(Pair pair) {
        for (int e = begin[pair.order()]; e < begin[pair.order() + 1]; e++) {
            if (volunteer[person[e]] == pair.volunteer()) {
                return e;
            }
        }
        return -1;
    }
}
