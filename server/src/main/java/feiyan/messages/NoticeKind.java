package feiyan.messages;

import java.util.Locale;

/** What somebody is told. Each has a sentence in the bundle, {@code messages.notice.<code>}. */
public enum NoticeKind {
    ORDER_PLACED,
    ORDER_ASKED_BACK,
    ORDER_APPROVED,
    ORDER_REFUSED,
    ORDER_APPEAL_UPHELD,
    ORDER_RESOLVED,
    ORDER_MERGED,
    ORDER_SPLIT,
    ORDER_ACCEPTED,
    ORDER_MOVED,
    ORDER_GIVEN_BACK,
    ORDER_NO_SHOW,
    ORDER_BROKEN_OFF,
    ORDER_SERVED,
    ORDER_CANCELLED,
    ORDER_LAPSED,
    ORDER_REOPENED,
    ORDER_CLOSED_UNRATED,
    /** To the staff of the unit that has it now: the unit below was late. */
    ORDER_OVERDUE,
    /** To those who serve: the time is agreed. */
    SERVICE_AGREED,
    SERVICE_MOVED,
    OFFER_MADE,
    OFFER_WITHDRAWN,
    OFFER_EXPIRED,
    /** The leader put somebody on. */
    SEAT_TAKEN,
    SEAT_RELEASED,
    SEAT_MISSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
