package feiyan.accounts;

import java.util.Locale;

/** Why somebody else ends the sign-ins of whoever cannot do so. */
public enum SignInsBecause {
    LOST,
    STOLEN,
    STRANGER;

    /** As it stands in the audit and in message keys. */
    public String code() {
        return "sign_ins_" + name().toLowerCase(Locale.ROOT);
    }
}
