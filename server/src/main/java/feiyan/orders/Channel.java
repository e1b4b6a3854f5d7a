package feiyan.orders;

/** By which way a need came in. */
public enum Channel {
    /** The resident's own phone page. */
    PHONE_PAGE,
    /** At the station's counter. */
    COUNTER,
    /** By telephone to a clerk. */
    TELEPHONE,
    /** Through a swallow volunteer at the door. */
    SWALLOW,
    /** Not a need of its own: the parent of merged orders. */
    GROUP
}
