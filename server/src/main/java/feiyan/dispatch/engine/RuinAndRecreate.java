package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Betters a plan by tearing a small part of it down and filling it anew (Schrimpf et al. 2000; Shaw 1998). What is torn
 * down together competes for the same people: from an order to one of its candidates, to what that person serves, and
 * on. A worse plan is kept now and then, less and less often (simulated annealing), and the best is what counts.
 */
final class RuinAndRecreate {

    private static final int SMALLEST = 2;
    private static final int LARGEST = 10;
    /** How much cooler it ends than it began. */
    private static final double COOLED = 1 / 50.0;

    private static final int LOOK_AROUND_EVERY = 64;
    private static final int DEPTH = 1;

    private final Roster roster;
    private final Choices choices;
    private final EjectionChains chains;
    private final SplittableRandom random;
    private final boolean[] bestPlan;
    private final int[] torn = new int[LARGEST];
    private final int[] toFill;
    private long best;

    RuinAndRecreate(Roster roster, EjectionChains chains, long seed) {
        this.roster = roster;
        this.choices = roster.choices;
        this.chains = chains;
        this.random = new SplittableRandom(seed);
        bestPlan = new boolean[choices.edges()];
        toFill = new int
                [LARGEST
                        * Arrays.stream(choices.orders)
                                .mapToInt(OpenOrder::headcount)
                                .max()
                                .orElse(0)];
    }

    /**
     * @param hot at first a plan worse by about so many metres is still taken once in three times; in a large county at
     *     peace little is left to gain, and what a hot search loses in each corner it does not win back in time
     * @param enough a plan that costs no more need not be bettered
     * @return how many times it tried
     */
    long run(double hot, Budget budget, long enough, BooleanSupplier cancelled) {
        best = roster.cost();
        System.arraycopy(roster.used, 0, bestPlan, 0, bestPlan.length);
        long tries = 0;
        double heat = hot;
        while (choices.edges() > 0 && best > enough && !budget.isOver(tries)) {
            if (tries % LOOK_AROUND_EVERY == 0) {
                if (cancelled.getAsBoolean()) {
                    break;
                }
                heat = hot * Math.pow(COOLED, budget.spent(tries));
            }
            tries++;
            oneTry(heat);
        }
        restore();
        return tries;
    }

    private void oneTry(double heat) {
        roster.forget();
        long before = roster.cost();
        ruinAndRecreate();
        if (roster.cost() > before && roster.cost() - before > heat * -Math.log(random.nextDouble())) {
            roster.undo(0);
        } else if (roster.cost() < best) {
            best = roster.cost();
            System.arraycopy(roster.used, 0, bestPlan, 0, bestPlan.length);
        }
    }

    private void ruinAndRecreate() {
        int count = chooseOrders(SMALLEST + random.nextInt(LARGEST - SMALLEST + 1));
        for (int i = 0; i < count; i++) {
            tearDown(torn[i]);
        }
        int open = 0;
        for (int i = 0; i < count; i++) {
            for (int seat = roster.open(torn[i]); seat > 0; seat--) {
                toFill[open++] = torn[i];
            }
        }
        shuffle(open);
        for (int i = 0; i < open; i++) {
            chains.fill(toFill[i], DEPTH);
        }
    }

    /** A walk over people who could serve one order and serve another. */
    private int chooseOrders(int wanted) {
        int count = 0;
        int order = choices.order[random.nextInt(choices.edges())];
        torn[count++] = order;
        for (int step = 0; step < 3 * wanted && count < wanted; step++) {
            int from = torn[random.nextInt(count)];
            int person = choices.person[choices.begin[from] + random.nextInt(choices.candidates(from))];
            if (roster.taskCount[person] == 0) {
                continue;
            }
            int other = choices.order[roster.tasks[person][random.nextInt(roster.taskCount[person])]];
            if (!isTorn(other, count)) {
                torn[count++] = other;
            }
        }
        return count;
    }

    private boolean isTorn(int order, int count) {
        for (int i = 0; i < count; i++) {
            if (torn[i] == order) {
                return true;
            }
        }
        return false;
    }

    private void tearDown(int order) {
        int least = random.nextInt(roster.seated[order] + 1);
        for (int i = roster.seated[order] - 1; i >= 0; i--) {
            int edge = roster.seats[order][i];
            if (!roster.isPinned(edge) && (i < least || random.nextBoolean())) {
                roster.remove(edge);
            }
        }
    }

    private void shuffle(int count) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int order = toFill[i];
            toFill[i] = toFill[other];
            toFill[other] = order;
        }
    }

    private void restore() {
        for (int e = 0; e < bestPlan.length; e++) {
            if (roster.used[e] && !bestPlan[e]) {
                roster.remove(e);
            }
        }
        for (int e = 0; e < bestPlan.length; e++) {
            if (!roster.used[e] && bestPlan[e]) {
                roster.add(e);
            }
        }
        roster.forget();
    }
}
