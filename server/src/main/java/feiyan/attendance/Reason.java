package feiyan.attendance;

import java.util.List;
import java.util.Locale;

/** Why the leader speaks for a volunteer. A code, since it stays for ever. */
public enum Reason {
    /** The code could not be had at the door. */
    NO_CODE,
    /** No telephone, no power, no network. */
    NO_PHONE,
    /** Left without checking out. */
    FORGOTTEN,
    /** A moment was written down wrongly. */
    WRONG_TIME,
    /** The service ended early for everybody. */
    ENDED_EARLY,
    /** Nobody opened, or the household was not well. */
    NOT_POSSIBLE,
    /** It was not safe to go on. */
    NOT_SAFE;

    /** What may end a service before its time; the others speak for one volunteer. */
    public static final List<Reason> FOR_BREAKING_OFF = List.of(ENDED_EARLY, NOT_POSSIBLE, NOT_SAFE);

    public static final List<Reason> FOR_COMING = List.of(NO_CODE, NO_PHONE);
    public static final List<Reason> FOR_LEAVING = List.of(FORGOTTEN, NO_PHONE);
    public static final List<Reason> FOR_CORRECTING = List.of(WRONG_TIME, FORGOTTEN, NO_PHONE);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
