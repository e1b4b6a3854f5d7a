package feiyan.attendance;

import java.util.Locale;

/** Why the leader speaks for a volunteer. A code, since it stays for ever. */
public enum Reason {
    /** The code could not be had at the door. */
    NO_CODE,
    /** No telephone, no power, no network. */
    NO_PHONE,
    /** Left without checking out. */
    FORGOTTEN,
    /** The service ended early for everybody. */
    ENDED_EARLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
