package feiyan.orders;

import java.util.Locale;

/** Why a unit cannot take an order on, as a code that is kept; the words stand in an erasable note. */
public enum RefusalReason {
    /** Paid work or a matter of an authority, not of volunteers. */
    NOT_VOLUNTEER_SERVICE,
    /** Needs a qualification that nobody here holds. */
    NOBODY_QUALIFIED,
    /** Nobody was found in the time that suits. */
    NOBODY_FREE,
    /** Not safe for those who would serve. */
    UNSAFE,
    /** The same need is already being served. */
    DUPLICATE,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
