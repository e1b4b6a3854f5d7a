package feiyan.attendance;

import java.util.Locale;

/** What those who waited know of why somebody did not come. A code, since it stays for ever. */
public enum MissReason {
    NO_WORD,
    SAID_TOO_LATE,
    ILL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
