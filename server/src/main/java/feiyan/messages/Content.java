package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.orders.ComplaintId;
import feiyan.orders.OrderId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told, as ids and codes: the words are made when it is read.
 *
 * @param order null where it concerns none
 * @param offer of its offers, where it is about one
 * @param begins the time it is about, where the order does not say it
 * @param follows the parent whose order it is, where it is told to a follower
 * @param unit who did it, where that is a unit
 */
record Content(
        NoticeKind kind,
        @Nullable OrderId order,
        @Nullable OfferId offer,
        @Nullable Instant begins,
        @Nullable String reason,
        @Nullable ComplaintId complaint,
        @Nullable PersonId follows,
        @Nullable UnitId unit,
        @Nullable Minutes minutes) {

    static Content of(NoticeKind kind, @Nullable OrderId order, @Nullable String reason) {
        return new Content(kind, order, null, null, reason, null, null, null, null);
    }

    Content about(@Nullable OfferId other) {
        return new Content(kind, order, other, begins, reason, complaint, follows, unit, minutes);
    }

    Content about(ComplaintId other) {
        return new Content(kind, order, offer, begins, reason, other, follows, unit, minutes);
    }

    Content beginning(@Nullable Instant other) {
        return new Content(kind, order, offer, other, reason, complaint, follows, unit, minutes);
    }

    Content following(PersonId parent) {
        return new Content(kind, order, offer, begins, reason, complaint, parent, unit, minutes);
    }

    Content by(@Nullable UnitId other) {
        return new Content(kind, order, offer, begins, reason, complaint, follows, other, minutes);
    }

    Content counting(Minutes other) {
        return new Content(kind, order, offer, begins, reason, complaint, follows, unit, other);
    }
}
