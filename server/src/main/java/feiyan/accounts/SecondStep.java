package feiyan.accounts;

/** What a member of staff still has to do after the password. */
public enum SecondStep {
    NONE,
    /** Give a number from the authenticator app. */
    NUMBER,
    /** Set the app up first: the county demands a second step. */
    SET_UP
}
