package feiyan.dispatch.web;

import java.util.Locale;

/** Why a leader gives back what was taken on. A code, since it stays for ever. */
enum ReturnReason {
    TOO_FEW,
    ILL,
    OTHER_DUTY,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
