package feiyan.accounts;

/** Why a sign-in holds no longer. */
public enum Ending {
    SIGNED_OUT,
    /** From another device, or with a new number. */
    BY_OWNER,
    BY_ADMINISTRATOR,
    /** There is a new one. */
    PASSWORD,
    /** Was staff, is none. */
    POST_LOST,
    /** Has left the county. */
    LEFT,
    IDLE,
    LONGEST
}
