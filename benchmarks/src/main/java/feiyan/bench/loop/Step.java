package feiyan.bench.loop;

import java.util.Locale;

/** One need's way: a resident asks, the station approves and offers, a volunteer comes and goes, the resident rates. */
public enum Step {
    PLACE,
    APPROVE,
    OFFER,
    ACCEPT,
    START,
    FINISH,
    RATE;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
