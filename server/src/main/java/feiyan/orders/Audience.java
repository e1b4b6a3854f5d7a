package feiyan.orders;

import java.util.EnumSet;
import java.util.Set;

/** The columns of the table {@link WhoSees}: relation and stage together. */
public enum Audience {
    PUBLIC,
    REQUESTER,
    /** Who ordered on the requester's behalf, until it is served or otherwise over. */
    PROXY,
    /** Whom the requester has allowed to follow: how it stands and what was said, not the door. */
    FOLLOWER,
    OFFERED,
    /** Seat holder or leader, from ACCEPTED until SERVED. */
    SERVING,
    /** Seat holder or leader once the service is over, and who ordered on somebody's behalf once the order is. */
    SERVED,
    /** Units on the path; of a confidential order only the handler's own staff. */
    PATH,
    /** Staff whose units the order never touched; of a confidential order also the hierarchy. */
    OTHER_STAFF;

    /** In which columns somebody stands; always in that of the public, too. */
    static Set<Audience> of(Set<Relation> relations, State state, boolean confidential) {
        var audiences = EnumSet.of(PUBLIC);
        for (var relation : relations) {
            audiences.add(column(relation, state, confidential));
        }
        return audiences;
    }

    private static Audience proxy(State state) {
        return switch (state) {
            case NEW, SUBMITTED, RETURNED, APPROVED, OFFERED, ACCEPTED, IN_SERVICE, MERGED -> PROXY;
            case SERVED, CLOSED, REFUSED, CANCELLED -> SERVED;
        };
    }

    private static Audience column(Relation relation, State state, boolean confidential) {
        return switch (relation) {
            case REQUESTER -> REQUESTER;
            case PROXY -> confidential ? PUBLIC : proxy(state);
            case FOLLOWER -> confidential ? PUBLIC : FOLLOWER;
            case OFFERED -> state == State.OFFERED || state == State.ACCEPTED ? OFFERED : PUBLIC;
            case LEADER, SEAT ->
                switch (state) {
                    case ACCEPTED, IN_SERVICE -> SERVING;
                    case SERVED, CLOSED -> SERVED;
                    // a leader or early taker of an order whose seats are still being filled
                    case OFFERED -> OFFERED;
                    case NEW, SUBMITTED, RETURNED, APPROVED, MERGED, REFUSED, CANCELLED -> PUBLIC;
                };
            case HANDLER -> PATH;
            case IN_CHARGE, PATH -> confidential ? OTHER_STAFF : PATH;
        };
    }
}
