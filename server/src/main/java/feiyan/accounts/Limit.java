package feiyan.accounts;

import java.time.Duration;
import java.util.List;

/** At most so many tries within such a time. */
public record Limit(int tries, Duration within) {

    /**
     * For secrets that could be guessed: the wait grows from a minute to at most an hour, so that a guesser gets 480
     * tries a day and the owner is never locked out for good.
     */
    static final List<Limit> GROWING_WAIT = List.of(
            new Limit(5, Duration.ofMinutes(1)),
            new Limit(10, Duration.ofMinutes(15)),
            new Limit(20, Duration.ofHours(1)));
}
