package feiyan.attendance.web;

import feiyan.platform.Outcome;
import feiyan.web.Mistakes;
import java.util.Optional;

/** A code that was not the one: said beside its field, with how often one may still try. */
final class WrongCode {

    private WrongCode() {}

    static Optional<Mistakes> of(Outcome<?> outcome, int triesLeft, String field) {
        if (outcome.equals(Outcome.refused("attendance.wrong_code"))) {
            return Optional.of(new Mistakes().add(field, "day.wrong_code", triesLeft));
        }
        return outcome.equals(Outcome.refused("attendance.wait"))
                ? Optional.of(new Mistakes().add(field, "refusal.attendance.wait.next"))
                : Optional.empty();
    }
}
