package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other weights, tried on the orders of the last thirty days.
 *
 * @param progress in percent
 * @param heardAt when it last got on
 * @param values the weights that differ
 * @param result null until it is done
 */
public record WeightTrial(
        WeightTrialId id,
        PersonId askedBy,
        Instant askedAt,
        State state,
        int progress,
        Instant heardAt,
        Map<Weight, Value> values,
        @Nullable Result result) {

    public enum State {
        RUNNING,
        DONE,
        /** Its instance has ended, or it could not be done. */
        FAILED
    }

    /**
     * @param held when it was asked
     * @param tried instead
     */
    public record Value(int held, int tried) {}

    /**
     * @param orders how many were planned anew
     * @param leftOut how many more there were
     * @param changed how many seats would have gone to somebody else
     */
    public record Result(
            int orders, int leftOut, int changed, ReplayFigures held, ReplayFigures tried, List<Example> examples) {}
}
