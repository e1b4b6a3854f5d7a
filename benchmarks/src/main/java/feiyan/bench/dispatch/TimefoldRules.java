package feiyan.bench.dispatch;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import feiyan.bench.dispatch.TimefoldWeek.Seat;

/** The hard rules between a person's tasks, and the cost, as constraint streams. */
public class TimefoldRules implements ConstraintProvider {

    private static final long AGAIN = 1_500;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEachUniquePair(Seat.class, Joiners.equal(Seat::getHelper))
                    .filter(Seat::standsAgainst)
                    .penalize(HardSoftScore.ONE_HARD)
                    .asConstraint("one at a time"),
            factory.forEach(Seat.class)
                    .groupBy(Seat::getHelper, ConstraintCollectors.sum(Seat::minutes))
                    .filter((helper, minutes) -> minutes > helper.weeklyLimit())
                    .penalize(HardSoftScore.ONE_HARD)
                    .asConstraint("the week is full"),
            factory.forEachIncludingUnassigned(Seat.class)
                    .penalize(HardSoftScore.ONE_SOFT, Seat::price)
                    .asConstraint("price"),
            factory.forEach(Seat.class)
                    .groupBy(Seat::getHelper, ConstraintCollectors.count())
                    .filter((helper, tasks) -> tasks > 1)
                    .penalize(HardSoftScore.ONE_SOFT, (helper, tasks) -> AGAIN * tasks * (tasks - 1) / 2)
                    .asConstraint("again"),
        };
    }
}
