package feiyan.messages;

import static feiyan.messages.AtNight.RINGS_IF_SOON;
import static feiyan.messages.AtNight.RINGS_IF_URGENT;
import static feiyan.messages.AtNight.WAITS;

import java.time.Duration;
import java.util.Locale;

/**
 * What somebody is told. A new kind is a constant here and three sentences in each language, which tests ask for: in
 * the app {@code messages.notice.<code>}, as a text message {@code messages.text.<code>}, and among others in a digest
 * {@code messages.short.<code>}. Who is told stands in the handler that hears of it.
 */
public enum NoticeKind {
    ORDER_PLACED(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_ASKED_BACK(Topic.NEEDS, WAITS),
    ORDER_APPROVED(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_REFUSED(Topic.NEEDS, WAITS),
    ORDER_APPEAL_UPHELD(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_RESOLVED(Topic.NEEDS, WAITS),
    ORDER_MERGED(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_SPLIT(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_ACCEPTED(Topic.NEEDS, RINGS_IF_SOON),
    ORDER_MOVED(Topic.NEEDS, RINGS_IF_SOON),
    /** Whoever waits at home must know that nobody comes; so too for the next ones. */
    ORDER_GIVEN_BACK(Topic.NEEDS, WAITS),
    ORDER_NO_SHOW(Topic.NEEDS, WAITS),
    ORDER_BROKEN_OFF(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_SERVED(Topic.NEEDS, WAITS),
    ORDER_CANCELLED(Topic.NEEDS, WAITS),
    ORDER_LAPSED(Topic.NEEDS, WAITS),
    ORDER_REOPENED(Topic.NEEDS_PROGRESS, WAITS),
    ORDER_CLOSED_UNRATED(Topic.NEEDS_PROGRESS, WAITS),
    RATING_CLOSES(Topic.NEEDS, WAITS),
    /** To the household: those who come ask for another time. */
    TIME_ASKED(Topic.NEEDS, RINGS_IF_SOON),
    TIME_DECLINED(Topic.NEEDS, RINGS_IF_SOON),
    TIME_WITHDRAWN(Topic.NEEDS, RINGS_IF_SOON),
    COMPLAINT_ANSWERED(Topic.NEEDS, WAITS),
    /** To a parent: somebody would like to see how their orders stand. */
    FOLLOW_ASKED(Topic.FAMILY, WAITS),
    /** To whoever was signed out everywhere by an administrator: it may not have been they who asked. */
    SIGN_INS_ENDED(Topic.FAMILY, WAITS),
    /** To the staff of the unit that answers; of a complaint about the center to its administrator. */
    COMPLAINT_OPENED(Topic.DESK, WAITS),
    COMPLAINT_RAISED(Topic.DESK, WAITS),
    COMPLAINT_OVERDUE(Topic.DESK, WAITS),
    /** To the center's administrators: some unit has not answered. */
    COMPLAINT_OVERDUE_BELOW(Topic.DESK, WAITS),
    /** To the staff of the unit that has it now: the unit below was late. */
    ORDER_OVERDUE(Topic.DESK, WAITS),
    /**
     * To the staff of the unit that asked: somebody was there after all, without a network, whose seat was given away.
     */
    PROOF_AFTER_ALL(Topic.DESK, WAITS),
    /** To the auditors of the unit and above: somebody there has seen the data of very many. */
    BULK_VIEWING(Topic.DESK, WAITS),
    /** To the administrators of the unit above; what was seen is for the auditors to read. */
    BULK_VIEWING_BELOW(Topic.DESK, WAITS),
    /** To staff: an administrator took their second step off, and it may not have been they who asked. */
    SECOND_STEP_FORGOTTEN(Topic.DESK, WAITS),
    /** To those who serve: the time is agreed. */
    SERVICE_AGREED(Topic.SERVICES, RINGS_IF_SOON),
    SERVICE_MOVED(Topic.SERVICES, RINGS_IF_SOON),
    OFFER_MADE(Topic.OFFERS, RINGS_IF_URGENT),
    OFFER_WITHDRAWN(Topic.SERVICES_PROGRESS, WAITS),
    OFFER_EXPIRED(Topic.SERVICES_PROGRESS, WAITS),
    /** The leader put somebody on. */
    SEAT_TAKEN(Topic.SERVICES, RINGS_IF_SOON),
    SEAT_RELEASED(Topic.SERVICES, RINGS_IF_SOON),
    SEAT_MISSED(Topic.SERVICES, WAITS),
    /** To those who come: the household asks for another time. */
    SERVICE_TIME_ASKED(Topic.SERVICES, RINGS_IF_SOON),
    SERVICE_TIME_DECLINED(Topic.SERVICES, RINGS_IF_SOON),
    SERVICE_TIME_WITHDRAWN(Topic.SERVICES, RINGS_IF_SOON),
    MINUTES_CORRECTED(Topic.SERVICES, WAITS),
    SUMMARY_MISSING(Topic.SERVICES, WAITS);

    private final Topic topic;
    private final AtNight atNight;

    NoticeKind(Topic topic, AtNight atNight) {
        this.topic = topic;
        this.atNight = atNight;
    }

    public Topic topic() {
        return topic;
    }

    public AtNight atNight() {
        return atNight;
    }

    /**
     * So long its text message waits for others of the kind, to be one with them: a dispatcher at the board asks the
     * same person for several things within minutes.
     */
    Duration gathers() {
        return this == OFFER_MADE ? Duration.ofMinutes(3) : Duration.ZERO;
    }

    /** Whether those who follow the requester hear of it; a complaint is the requester's alone. */
    boolean isForFollowers() {
        return (topic == Topic.NEEDS || topic == Topic.NEEDS_PROGRESS) && this != COMPLAINT_ANSWERED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
