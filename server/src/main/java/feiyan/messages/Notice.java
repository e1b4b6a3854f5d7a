package feiyan.messages;

import feiyan.dispatch.OfferHeadline;
import feiyan.orders.OrderHeadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody was told.
 *
 * @param project the service's name; null for a need in free words and for a confidential order
 * @param offer where it is about an offer
 * @param begins where it is about a seat: when the service begins that somebody had kept free
 * @param reason why, as the event's code
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        OrderHeadline order,
        @Nullable String project,
        @Nullable OfferHeadline offer,
        @Nullable Instant begins,
        @Nullable String reason,
        Instant at,
        boolean unread) {

    /** Where the reader can do what the notice asks for. */
    public String path() {
        return switch (kind.topic()) {
            case NEEDS, NEEDS_PROGRESS, DESK -> "/orders/" + order.id().value();
            case OFFERS -> offer == null ? "/my-day" : "/offers/" + offer.id().value();
            case SERVICES, SERVICES_PROGRESS -> "/my-day";
        };
    }

    /** The time it is about, where there is one. */
    public @Nullable Instant time() {
        if (begins != null) {
            return begins;
        }
        var slot = offer == null ? order.agreed() : offer.proposed();
        return slot == null ? null : slot.from();
    }
}
