package feiyan.dispatch.engine;

import java.util.ArrayList;

/** What several tasks do to one person. */
final class Beside {

    private final Choices choices;
    private final Law law;
    private final boolean lawless;

    Beside(Choices choices, Law law) {
        this.choices = choices;
        this.law = law;
        lawless = law.equals(Law.NONE);
    }

    boolean conflict(OpenOrder one, OpenOrder other) {
        return Ground.conflict(one, other) || law.keepsApart(one, other);
    }

    /** Whether an edge goes with a person's first {@code count} tasks. */
    boolean fits(int edge, int[] tasks, int count) {
        var order = choices.orders[choices.order[edge]];
        for (int i = 0; i < count; i++) {
            if (conflict(order, choices.orders[choices.order[tasks[i]]])) {
                return false;
            }
        }
        return isLawful(edge, tasks, count);
    }

    /** Whether the law lets a person do this beside their first {@code count} tasks. */
    boolean isLawful(int edge, int[] tasks, int count) {
        if (lawless || count == 0) {
            return true;
        }
        var beside = new ArrayList<OpenOrder>(count);
        for (int i = 0; i < count; i++) {
            beside.add(choices.orders[choices.order[tasks[i]]]);
        }
        return law.allowsBeside(choices.orders[choices.order[edge]], choices.volunteer[choices.person[edge]], beside);
    }
}
