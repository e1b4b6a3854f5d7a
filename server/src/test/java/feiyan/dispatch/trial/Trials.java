package feiyan.dispatch.trial;

import feiyan.dispatch.trial.WeightTrial.State;
import feiyan.units.Actor;

/** Waits for what goes on in the background. */
public final class Trials {

    private static final int LOOKS = 600;
    private static final int BETWEEN_MILLIS = 100;

    private Trials() {}

    public static WeightTrial over(WeightTrials trials, Actor actor, WeightTrialId id) {
        for (int look = 0; look < LOOKS; look++) {
            var trial = trials.find(actor, id).orThrow();
            if (trial.state() != State.RUNNING) {
                return trial;
            }
            pause();
        }
        throw new AssertionError("the trial does not come to its end");
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
