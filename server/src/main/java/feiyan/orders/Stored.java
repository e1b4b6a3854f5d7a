package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was found, with how the finder stands to it.
 *
 * @param station the station of the household
 * @param requester null for a group order, which has its children's requesters
 * @param agreedOrWas the time agreed, also where the service is over
 */
record Stored(
        Order order,
        String number,
        UnitId station,
        @Nullable PersonId requester,
        PersonId placedBy,
        Slot window,
        int durationMinutes,
        boolean urgent,
        boolean confidential,
        boolean remote,
        Channel channel,
        Instant placedAt,
        @Nullable Instant due,
        @Nullable Slot agreedOrWas,
        @Nullable OnBehalf onBehalf,
        @Nullable PersonId named,
        Set<Relation> relations) {

    OrderFacts facts() {
        return order.facts();
    }

    /** Whether it is any business of the reader by whose relations it was read; see {@link OrderRows#find}. */
    boolean concerns() {
        return !relations.isEmpty() && !(confidential && relations.equals(Set.of(Relation.PATH)));
    }

    /** Whether it is the parent of merged orders. */
    boolean groupOrder() {
        return channel == Channel.GROUP;
    }

    State state() {
        return order.state();
    }

    Stored as(Order next) {
        return new Stored(
                next,
                number,
                station,
                requester,
                placedBy,
                window,
                durationMinutes,
                urgent,
                confidential,
                remote,
                channel,
                placedAt,
                due,
                agreedOrWas,
                onBehalf,
                named,
                relations);
    }

    /** The time agreed, while the service is still to come or under way. */
    @Nullable
    Slot agreed() {
        return order instanceof Order.Accepted accepted
                ? accepted.agreed()
                : order instanceof Order.InService inService ? inService.agreed() : null;
    }

    /** For themselves or on somebody's behalf. */
    boolean asks() {
        return relations.contains(Relation.REQUESTER) || relations.contains(Relation.PROXY);
    }

    Set<Audience> audiences() {
        return Audience.of(relations, state(), confidential);
    }
}
