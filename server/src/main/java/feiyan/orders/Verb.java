package feiyan.orders;

import java.util.Locale;

/** The commands of the order's graph, by the names that stand in {@code order_transition}. */
public enum Verb {
    PLACE,
    GROUP,
    ASK_BACK,
    ANSWER,
    LAPSE,
    ESCALATE,
    HAND_DOWN,
    APPROVE,
    REFUSE,
    APPEAL_UPHELD,
    RESOLVE,
    MERGE,
    SPLIT,
    SERVED_BY_GROUP,
    OFFER,
    RUN_DRY,
    CONFIRM,
    RESCHEDULE,
    RESEAT,
    GIVE_BACK,
    NO_SHOW,
    START,
    FINISH,
    BREAK_OFF,
    CANCEL,
    RATE,
    CLOSE_UNRATED,
    REOPEN;

    /** As the database and the message keys write it: {@code ask_back}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
