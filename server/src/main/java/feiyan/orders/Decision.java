package feiyan.orders;

import feiyan.platform.Refusal;

/** What an order makes of a command: it moves, or says why not. */
public sealed interface Decision {

    /** @param next the order as it is afterwards, its version one higher */
    record Moved(Order next) implements Decision {}

    record Declined(Refusal refusal) implements Decision {}

    static Decision moved(Order next) {
        return new Moved(next);
    }

    static Decision declined(String code, Object... args) {
        return new Declined(Refusal.of(code, args));
    }
}
