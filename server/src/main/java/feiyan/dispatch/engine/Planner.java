package feiyan.dispatch.engine;

import feiyan.dispatch.engine.PlanOptions.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Plans who serves a set of orders: what is pinned; a flow over each order's shortlist that ignores overlaps; overlaps
 * put right, and what that left open filled by ejection chains; then ruin and recreate for as long as it may take. Each
 * step leaves a plan that breaks no hard rule. The same seed, and a search that is not cut off by the clock, give the
 * same plan.
 */
public final class Planner {

    private static final int DEEPEST = 3;
    /** So near to what no plan can beat that searching on is not worth the wait. */
    private static final double GOOD_ENOUGH = 1.0002;
    /** Where more of the flow's seats overlap than this, many want the same people at once. */
    private static final double TIGHT = 0.02;

    private static final double HOT = 100;
    private static final double HOT_WHEN_TIGHT = 300;

    private final CandidateIndex index;
    private final Weights weights;

    public Planner(CandidateIndex index, Weights weights) {
        this.index = index;
        this.weights = weights;
    }

    public Plan plan(List<OpenOrder> orders, PlanOptions options) {
        return plan(orders, options, Ties.NONE, () -> false);
    }

    /** @param cancelled asked now and then; the best plan so far is the answer */
    public Plan plan(List<OpenOrder> orders, PlanOptions options, Ties ties, BooleanSupplier cancelled) {
        return plan(orders, options, ties, Law.NONE, cancelled);
    }

    public Plan plan(List<OpenOrder> orders, PlanOptions options, Ties ties, Law law, BooleanSupplier cancelled) {
        long began = System.nanoTime();
        var candidates = Shortlist.of(orders, index, ties, law);
        long candidateNanos = System.nanoTime() - began;
        var roster = new Roster(new Choices(orders, candidates, index, weights), weights, law);
        var unkept = pin(roster, ties);
        var flow = new CostFlow(roster);
        var flowed = flow.solve();
        long bound = flow.bound();
        boolean tight = takeOver(roster, flowed) > TIGHT;
        var chains = new EjectionChains(roster, DEEPEST);
        fillAll(roster, chains, options.effort());
        long tries = 0;
        if (options.effort() == Effort.SEARCH) {
            var most = Duration.ofNanos(
                    (tight ? options.mostWhenTight() : options.most()).toNanos() - (System.nanoTime() - began));
            tries = new RuinAndRecreate(roster, chains, options.seed())
                    .run(tight ? HOT_WHEN_TIGHT : HOT, new Budget(most, options.tries()), enough(bound), cancelled);
            fillAll(roster, chains, options.effort());
        }
        return new Answer(roster, ties).plan(bound, unkept, candidateNanos, tries);
    }

    private static long enough(long bound) {
        return bound <= 0 ? bound : (long) (GOOD_ENOUGH * bound);
    }

    /** @return what could not be kept */
    private static List<Pair> pin(Roster roster, Ties ties) {
        var unkept = new ArrayList<Pair>();
        var inOrder = Comparator.comparingInt(Pair::order).thenComparingInt(Pair::volunteer);
        for (var pair : ties.pinned().stream().sorted(inOrder).toList()) {
            int edge = roster.choices.edge(pair);
            if (edge >= 0 && roster.open(pair.order()) > 0 && roster.fits(edge)) {
                roster.add(edge);
                roster.pin(edge);
            } else {
                unkept.add(pair);
            }
        }
        return List.copyOf(unkept);
    }

    /**
     * The flow's plan less what overlaps: of each person's tasks those stay that would be dearest to lose.
     *
     * @return the share that did not stay
     */
    private static double takeOver(Roster roster, boolean[] flow) {
        var choices = roster.choices;
        var seats = IntStream.range(0, choices.edges())
                .filter(edge -> flow[edge])
                .boxed()
                .toList();
        seats.stream()
                .sorted(Comparator.comparingLong(
                                (Integer edge) -> choices.cost[edge] - (long) choices.open[choices.order[edge]])
                        .thenComparing(Comparator.naturalOrder()))
                .filter(roster::fits)
                .forEach(roster::add);
        long stayed = seats.stream().filter(edge -> roster.used[edge]).count();
        return seats.isEmpty() ? 0 : 1 - (double) stayed / seats.size();
    }

    private static void fillAll(Roster roster, EjectionChains chains, Effort effort) {
        if (effort == Effort.DROP_OVERLAPS) {
            return;
        }
        for (int order = 0; order < roster.choices.orders.length; order++) {
            for (int open = roster.open(order); open > 0; open--) {
                roster.forget();
                chains.fill(order, effort == Effort.REFILL ? 0 : DEEPEST);
            }
        }
        roster.forget();
    }
}
