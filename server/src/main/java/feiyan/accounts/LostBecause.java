package feiyan.accounts;

import java.util.Locale;

/** Why somebody has no number from an authenticator app any more. */
public enum LostBecause {
    LOST,
    STOLEN,
    REPLACED,
    REMOVED;

    /** As it stands in the audit and in message keys. */
    public String code() {
        return "authenticator_" + name().toLowerCase(Locale.ROOT);
    }
}
