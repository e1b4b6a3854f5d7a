package feiyan.orders;

import java.util.Locale;

/** What can be done with a complaint. */
public enum ComplaintVerb {
    OPEN,
    ANSWER,
    /** The requester is content with the answer. */
    ACCEPT,
    /** The requester is not, and asks one tier further up; once. */
    RAISE,
    /** The unit above takes a refused order in hand itself. */
    UPHOLD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ComplaintVerb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
