package feiyan.orders;

/**
 * How somebody stands to one order. Found by the query that loads it; what is allowed follows from it and the stage.
 */
public enum Relation {
    /** Asked for the service. */
    REQUESTER,
    /**
     * Ordered on the requester's behalf, as the swallow volunteer at the door: speaks for them, but is not them. Of a
     * confidential order nobody, once it is placed.
     */
    PROXY,
    /** Lives away and follows the requester's orders, as the requester has allowed; of a confidential one nothing. */
    FOLLOWER,
    /** Was asked to serve and has not answered, personally or as the team's leader. */
    OFFERED,
    /** Answers for the service: leads the team that took it. */
    LEADER,
    /** Holds a seat. */
    SEAT,
    /** Clerk or dispatcher of a unit in whose subtree the order stands now. */
    IN_CHARGE,
    /** Clerk or dispatcher of the very unit that has it or dispatches it; the only staff of a confidential order. */
    HANDLER,
    /** Clerk or dispatcher of a unit in whose subtree the order stands or has stood. */
    PATH
}
