package feiyan.messages;

import java.util.Locale;

/** How a notice reaches somebody; in the app it always stands. */
public enum Way {
    APP,
    /** As a text message, too. */
    TEXT,
    /** Once a day, all that came together in one text message. */
    DIGEST;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
