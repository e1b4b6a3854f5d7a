package feiyan.units;

/** What somebody does at a unit and, by that, in its whole subtree. */
public enum Role {
    /** Takes orders, reviews, resolves, passes on. */
    CLERK,
    /** All that a clerk does, and offers orders to teams and people. */
    DISPATCHER,
    /** Sets up units, invites staff, gives and takes roles. */
    ADMINISTRATOR,
    /** Reads who saw what; changes nothing. */
    AUDITOR
}
