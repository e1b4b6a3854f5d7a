package feiyan.dispatch.engine;

import java.util.Arrays;

/**
 * A plan that breaks no rule, while it is being bettered: who serves what, each person's tasks, the cost. Each change
 * is journaled, so that a try costs only what it touched.
 */
final class Roster {

    final Choices choices;
    final Weights weights;
    private final Beside beside;
    final boolean[] used;
    final int[] seated;
    final int[][] seats;
    final int[][] tasks;
    final int[] taskCount;
    final int[] minutes;
    private final boolean[] pinned;
    private final Journal journal = new Journal();
    private long cost;

    Roster(Choices choices, Weights weights, Law law) {
        this.choices = choices;
        this.weights = weights;
        beside = new Beside(choices, law);
        used = new boolean[choices.edges()];
        pinned = new boolean[choices.edges()];
        seated = new int[choices.orders.length];
        seats = new int[choices.orders.length][];
        tasks = new int[choices.people()][2];
        taskCount = new int[choices.people()];
        minutes = new int[choices.people()];
        for (int o = 0; o < seats.length; o++) {
            seats[o] = new int[choices.orders[o].headcount()];
            cost += (long) open(o) * choices.open[o];
        }
    }

    /** Open seats that somebody could fill. */
    int open(int order) {
        return choices.seats(order) - seated[order];
    }

    /** Less the seats that nobody could fill. */
    long cost() {
        return cost;
    }

    /** Stays whatever else changes. */
    void pin(int edge) {
        pinned[edge] = true;
    }

    boolean isPinned(int edge) {
        return pinned[edge];
    }

    /** What adding costs by itself: the pair and the person's further task, against the open seat. */
    long adding(int edge) {
        return choices.cost[edge]
                + (long) weights.again() * taskCount[choices.person[edge]]
                - choices.open[choices.order[edge]];
    }

    boolean fits(int edge) {
        int person = choices.person[edge];
        var order = choices.orders[choices.order[edge]];
        if (used[edge] || minutes[person] + order.duration() > choices.limit[person]) {
            return false;
        }
        return beside.fits(edge, tasks[person], taskCount[person]);
    }

    /** Whether the law lets the person do this beside all they have; where it alone is in question. */
    boolean isLawful(int edge) {
        int person = choices.person[edge];
        return beside.isLawful(edge, tasks[person], taskCount[person]);
    }

    /**
     * The tasks that stand in an edge's way, into {@code into}; how many, or −1 where one of them is pinned or they are
     * more than fit. Where the week is too short for both, the task that would make room stands in the way, too.
     */
    int blockers(int edge, int[] into) {
        int person = choices.person[edge];
        var order = choices.orders[choices.order[edge]];
        int count = 0;
        int left = minutes[person];
        for (int i = 0; i < taskCount[person]; i++) {
            int task = tasks[person][i];
            var other = choices.orders[choices.order[task]];
            if (beside.conflict(order, other)) {
                if (count == into.length || pinned[task]) {
                    return -1;
                }
                into[count++] = task;
                left -= other.duration();
            }
        }
        return left + order.duration() <= choices.limit[person] ? count : roomMaker(person, order, left, into, count);
    }

    /** The shortest task that is long enough to make room goes as well. */
    private int roomMaker(int person, OpenOrder order, int left, int[] into, int count) {
        int best = -1;
        for (int i = 0; i < taskCount[person]; i++) {
            int task = tasks[person][i];
            int duration = choices.orders[choices.order[task]].duration();
            boolean enough = left - duration + order.duration() <= choices.limit[person];
            boolean shorter = best < 0 || duration < choices.orders[choices.order[best]].duration();
            if (enough && shorter && !pinned[task] && !beside.conflict(order, choices.orders[choices.order[task]])) {
                best = task;
            }
        }
        if (best < 0 || count == into.length) {
            return -1;
        }
        into[count] = best;
        return count + 1;
    }

    void add(int edge) {
        link(edge);
        journal.added(edge);
    }

    void remove(int edge) {
        unlink(edge);
        journal.removed(edge);
    }

    private void link(int edge) {
        int order = choices.order[edge];
        int person = choices.person[edge];
        cost += adding(edge);
        used[edge] = true;
        seats[order][seated[order]++] = edge;
        if (taskCount[person] == tasks[person].length) {
            tasks[person] = Arrays.copyOf(tasks[person], 2 * taskCount[person]);
        }
        tasks[person][taskCount[person]++] = edge;
        minutes[person] += choices.orders[order].duration();
    }

    private void unlink(int edge) {
        int order = choices.order[edge];
        int person = choices.person[edge];
        used[edge] = false;
        seated[order]--;
        swapOut(seats[order], seated[order], edge);
        taskCount[person]--;
        swapOut(tasks[person], taskCount[person], edge);
        minutes[person] -= choices.orders[order].duration();
        cost -= adding(edge);
    }

    private static void swapOut(int[] from, int last, int edge) {
        int at = last;
        while (from[at] != edge) {
            at--;
        }
        from[at] = from[last];
    }

    int mark() {
        return journal.mark();
    }

    /** What was done since the mark, to be {@link #redo}ne. */
    int[] since(int mark) {
        return journal.since(mark);
    }

    void undo(int mark) {
        while (journal.mark() > mark) {
            int change = journal.takeLast();
            if (Journal.isAdded(change)) {
                unlink(Journal.edge(change));
            } else {
                link(Journal.edge(change));
            }
        }
    }

    void redo(int[] changes) {
        for (int change : changes) {
            if (Journal.isAdded(change)) {
                add(Journal.edge(change));
            } else {
                remove(Journal.edge(change));
            }
        }
    }

    void forget() {
        journal.forget();
    }
}
