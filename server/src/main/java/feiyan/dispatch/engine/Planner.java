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

    /** Fewer open seats than this are the search's business. */
    private static final double STARVED = 0.05;

    private static final int WIDENINGS = 3;
    private static final int WIDER = 4;

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
        var first = drafted(orders, Shortlist.widths(orders), options.effort(), ties, law);
        var draft = options.effort() == Effort.SEARCH ? widened(first, orders, ties, law) : first;
        long tries = options.effort() == Effort.SEARCH ? searched(draft, options, began, cancelled) : 0;
        return new Answer(draft.roster(), ties).plan(draft.bound(), draft.unkept(), first.candidateNanos(), tries);
    }

    /** @return after how many tries it ended */
    private static long searched(Draft draft, PlanOptions options, long began, BooleanSupplier cancelled) {
        boolean tight = draft.tight();
        var most = Duration.ofNanos(
                (tight ? options.mostWhenTight() : options.most()).toNanos() - (System.nanoTime() - began));
        long tries = new RuinAndRecreate(draft.roster(), draft.chains(), options.seed())
                .run(tight ? HOT_WHEN_TIGHT : HOT, new Budget(most, options.tries()), enough(draft.bound()), cancelled);
        fillAll(draft.roster(), draft.chains(), options.effort());
        return tries;
    }

    /** A plan as far as flow and chains bring it. */
    private record Draft(
            Roster roster, EjectionChains chains, List<Pair> unkept, long bound, boolean tight, long candidateNanos) {}

    private Draft drafted(List<OpenOrder> orders, int[] widths, Effort effort, Ties ties, Law law) {
        long began = System.nanoTime();
        var candidates = Shortlist.of(orders, index, ties, law, widths);
        long candidateNanos = System.nanoTime() - began;
        var roster = new Roster(new Choices(orders, candidates, index, weights), weights, law);
        var unkept = pin(roster, ties);
        var flow = new CostFlow(roster);
        var flowed = flow.solve();
        // Told from what was given: once the roster has taken it over, it would be counted twice.
        long bound = flow.bound();
        boolean tight = takeOver(roster, flowed) > TIGHT;
        var chains = new EjectionChains(roster, DEEPEST);
        fillAll(roster, chains, effort);
        return new Draft(roster, chains, unkept, bound, tight, candidateNanos);
    }

    /**
     * Where many seats stay open in orders for which there are more people than were looked at, those are looked at
     * too: neighbours, or whoever costs the same, would else all want the same few.
     */
    private Draft widened(Draft first, List<OpenOrder> orders, Ties ties, Law law) {
        var best = first;
        var widths = Shortlist.widths(orders);
        for (int round = 0; round < WIDENINGS && starved(best.roster(), widths) > STARVED; round++) {
            for (int order = 0; order < widths.length; order++) {
                if (isStarved(best.roster(), order, widths)) {
                    widths[order] *= WIDER;
                }
            }
            var wider = drafted(orders, widths, Effort.SEARCH, ties, law);
            if (wider.roster().cost() >= best.roster().cost()) {
                break;
            }
            best = wider;
        }
        return best;
    }

    /** The share of all seats that are open though there are people nobody looked at. */
    private static double starved(Roster roster, int[] widths) {
        int seats = IntStream.range(0, widths.length).map(roster.choices::seats).sum();
        int open = IntStream.range(0, widths.length)
                .filter(order -> isStarved(roster, order, widths))
                .map(roster::open)
                .sum();
        return seats == 0 ? 0 : (double) open / seats;
    }

    private static boolean isStarved(Roster roster, int order, int[] widths) {
        return roster.open(order) > 0 && roster.choices.candidates(order) >= widths[order];
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
