package feiyan.orders;

/** How somebody agreed that another person writes their need down for them. */
public enum OnBehalf {
    /** Said so, face to face. */
    SPOKEN,
    /** Said so on the telephone. */
    TELEPHONE,
    /** Signed a paper that the unit keeps. */
    WRITTEN,
    /** Cannot say so themselves; their family or guardian did. */
    FAMILY
}
