package feiyan.dispatch.web;

import java.util.Locale;

/** Why not, for those who want to say; nobody has to. */
enum DeclineReason {
    NO_TIME,
    TOO_FAR,
    NOT_MY_SKILL,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
