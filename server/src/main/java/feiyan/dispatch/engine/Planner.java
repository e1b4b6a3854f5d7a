package feiyan.dispatch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Plans who serves a set of orders: the cheapest sixteen and headcount candidates of each; a flow that ignores overlaps;
 * overlaps put right, and what that left open filled by ejection chains; then ruin and recreate for as long as it may
 * take. Each step leaves a plan that breaks no hard rule. The same seed, and a search that is not cut off by the clock,
 * give the same plan.
 */
public final class Planner {

    /** Beyond the headcount; measured to lose nothing. */
    private static final int CANDIDATES = 16;

    private static final int DEEPEST = 3;

    private final CandidateIndex index;
    private final Weights weights;

    public Planner(CandidateIndex index, Weights weights) {
        this.index = index;
        this.weights = weights;
    }

    public Plan plan(List<OpenOrder> orders, PlanOptions options) {
        return plan(orders, options, () -> false);
    }

    /** @param cancelled asked now and then; the best plan so far is the answer */
    public Plan plan(List<OpenOrder> orders, PlanOptions options, BooleanSupplier cancelled) {
        long began = System.nanoTime();
        var candidates = orders.parallelStream()
                .map(order -> index.cheapest(order, CANDIDATES + order.headcount()))
                .toList();
        var choices = Choices.of(orders, candidates, index, weights);
        long candidateNanos = System.nanoTime() - began;
        var roster = flowed(choices);
        var chains = new EjectionChains(roster, DEEPEST);
        fillAll(roster, chains);
        long tries = new RuinAndRecreate(roster, chains, options.seed()).run(new Budget(options.most()), cancelled);
        fillAll(roster, chains);
        return answer(roster, candidateNanos, tries);
    }

    /** The flow's plan less what overlaps: of each person's tasks those stay that would be dearest to lose. */
    private Roster flowed(Choices choices) {
        var flow = new CostFlow(choices, weights).solve();
        var roster = new Roster(choices, weights);
        IntStream.range(0, choices.edges())
                .filter(edge -> flow[edge])
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer edge) -> choices.cost[edge] - choices.open[choices.order[edge]])
                        .thenComparing(Comparator.naturalOrder()))
                .filter(roster::fits)
                .forEach(roster::add);
        return roster;
    }

    private static void fillAll(Roster roster, EjectionChains chains) {
        for (int order = 0; order < roster.choices.orders.length; order++) {
            for (int open = roster.open(order); open > 0; open--) {
                roster.forget();
                chains.fill(order, DEEPEST);
            }
        }
        roster.forget();
    }

    private static Plan answer(Roster roster, long candidateNanos, long tries) {
        var choices = roster.choices;
        var seats = new ArrayList<Plan.Seat>();
        for (int order = 0; order < choices.orders.length; order++) {
            for (int edge : Arrays.copyOf(roster.seats[order], roster.seated[order])) {
                seats.add(new Plan.Seat(order, choices.volunteer[choices.person[edge]], choices.cost[edge]));
            }
        }
        return new Plan(List.copyOf(seats), roster.cost(), candidateNanos, tries);
    }
}
