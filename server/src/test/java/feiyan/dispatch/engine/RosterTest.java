package feiyan.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    private static final int MOVES = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyMovesAndUndoneMovesTheCostIsWhatCountingAnewGives(long seed) {
        var weeks = new Weeks(seed);
        var random = new SplittableRandom(seed);
        var index = new CandidateIndex(weeks.people(120), Weights.STANDARD);
        var orders = weeks.orders(60, 120);
        var each = Shortlist.of(orders, index, Ties.NONE, Law.NONE, Shortlist.widths(orders));
        var choices = new Choices(orders, each, index, Weights.STANDARD);
        var roster = new Roster(choices, Weights.STANDARD, Law.NONE);
        for (int move = 0; move < MOVES; move++) {
            int mark = roster.mark();
            long before = roster.cost();
            var used = roster.used.clone();
            for (int step = random.nextInt(6); step >= 0; step--) {
                change(roster, random.nextInt(choices.edges()));
            }
            if (random.nextInt(3) == 0) {
                roster.undo(mark);
                assertThat(roster.cost()).isEqualTo(before);
                assertThat(roster.used).isEqualTo(used);
            }
            if (move % 100 == 0) {
                assertThat(roster.cost()).isEqualTo(anew(roster));
                roster.forget();
            }
        }
    }

    private static void change(Roster roster, int edge) {
        if (roster.used[edge]) {
            roster.remove(edge);
        } else if (roster.open(roster.choices.order[edge]) > 0 && roster.fits(edge)) {
            roster.add(edge);
        }
    }

    private static long anew(Roster roster) {
        var choices = roster.choices;
        long cost = 0;
        var tasks = new int[choices.people()];
        var open = new int[choices.orders.length];
        for (int order = 0; order < open.length; order++) {
            open[order] = choices.seats(order);
        }
        for (int e = 0; e < choices.edges(); e++) {
            if (roster.used[e]) {
                cost += choices.cost[e] + 1_500L * tasks[choices.person[e]]++;
                open[choices.order[e]]--;
            }
        }
        for (int order = 0; order < open.length; order++) {
            cost += (long) open[order] * choices.open[order];
        }
        return cost;
    }
}
