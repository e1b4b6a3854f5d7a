package feiyan.dispatch;

import feiyan.platform.Refusal;
import java.util.Locale;

/** Why somebody cannot serve there and then. In the order in which it is worth telling. */
public enum Obstacle {
    SKILL,
    QUALIFICATION,
    INSURANCE,
    MINOR_HAZARD,
    MINOR_LATE,
    TOO_FAR,
    NOT_FREE,
    OVERLAP,
    TEN_HOURS,
    REST,
    WEEK_FULL;

    /** A short reason in a list: {@code dispatch.obstacle.too_far}. */
    public String messageKey() {
        return "dispatch.obstacle." + code();
    }

    /** The same reason to the person who wanted the seat: {@code refusal.seat.too_far}. */
    public Refusal refusal() {
        return Refusal.of("seat." + code());
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
