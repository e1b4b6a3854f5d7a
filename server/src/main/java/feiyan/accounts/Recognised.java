package feiyan.accounts;

import java.util.Locale;

/** How an administrator knew who was asking; whoever only writes that they are somebody is nobody. */
public enum Recognised {
    IN_PERSON,
    CALLED_BACK;

    /** As it stands in the audit and in message keys. */
    public String code() {
        return "recognised_" + name().toLowerCase(Locale.ROOT);
    }
}
