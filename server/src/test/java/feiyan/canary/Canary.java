package feiyan.canary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sensitive field of one order at one turn of its life, or of somebody at all times.
 *
 * @param turn null for what is no order's
 */
record Canary(String field, Kind kind, @Nullable Turn turn) {

    enum Kind {
        OPEN,
        CONFIDENTIAL,
        PEOPLE
    }

    static Canary ofPeople(String field) {
        return new Canary(field, Kind.PEOPLE, null);
    }

    /** Not shown until somebody asks for it, as a field of its own. */
    Canary onAsking() {
        return new Canary(field + " asked for", kind, turn);
    }

    String stage() {
        return turn == null ? "always" : turn.name();
    }

    String section() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
