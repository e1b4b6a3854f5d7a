package feiyan.orders;

/** How much of a field somebody sees. Ordered: more is later. */
public enum Sight {
    NOTHING,
    /** Only as part of a sum over many. */
    AGGREGATE,
    /** A short form: the project's name instead of the words. */
    SUMMARY,
    /** After asking for it with a reason; each view is audited. */
    ON_DEMAND,
    /** Shown, and each view audited. */
    AUDITED,
    SHOWN;

    public boolean atLeast(Sight other) {
        return compareTo(other) >= 0;
    }
}
