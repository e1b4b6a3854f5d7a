package feiyan.dispatch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells a roster as a plan. */
final class Answer {

    private final Roster roster;
    private final Choices choices;
    private final Ties ties;

    Answer(Roster roster, Ties ties) {
        this.roster = roster;
        this.choices = roster.choices;
        this.ties = ties;
    }

    Plan plan(long bound, List<Pair> unkept, long candidateNanos, long tries) {
        var seats = new ArrayList<Plan.Seat>();
        var open = new ArrayList<Plan.Open>();
        long cost = roster.cost();
        for (int order = 0; order < choices.orders.length; order++) {
            for (int edge : Arrays.copyOf(roster.seats[order], roster.seated[order])) {
                int discount = ties.discount(choices.pair(edge));
                cost += discount;
                seats.add(new Plan.Seat(choices.pair(edge), choices.cost[edge] + discount, nextBest(edge)));
            }
            int empty = choices.orders[order].headcount() - roster.seated[order];
            if (empty > 0) {
                open.add(new Plan.Open(order, empty, empty - roster.open(order)));
            }
        }
        return new Plan(List.copyOf(seats), cost, bound, List.copyOf(open), unkept, candidateNanos, tries);
    }

    private Optional<Plan.NextBest> nextBest(int edge) {
        int order = choices.order[edge];
        long here = roster.adding(edge) - roster.weights.again();
        Optional<Plan.NextBest> best = Optional.empty();
        for (int other = choices.begin[order]; other < choices.begin[order + 1]; other++) {
            long dearer = roster.adding(other) - here;
            if ((best.isEmpty() || dearer < best.get().dearer()) && roster.fits(other)) {
                best = Optional.of(new Plan.NextBest(choices.pair(other).volunteer(), dearer));
            }
        }
        return best;
    }
}
