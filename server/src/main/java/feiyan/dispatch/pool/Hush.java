package feiyan.dispatch.pool;

import java.util.Locale;

/** Why the rules let somebody serve but they should not be asked now; a person may still take a seat by themselves. */
public enum Hush {
    /** They wanted to be left alone for a while. */
    PAUSED,
    /** As often within seven days as the county thinks right. */
    ASKED_ENOUGH;

    /** A short reason in a list: {@code dispatch.hush.paused}. */
    public String messageKey() {
        return "dispatch.hush." + name().toLowerCase(Locale.ROOT);
    }
}
