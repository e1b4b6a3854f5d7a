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
 * @param reason why, as the event's code
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        OrderHeadline order,
        @Nullable String project,
        @Nullable OfferHeadline offer,
        @Nullable String reason,
        Instant at,
        boolean unread) {

    /** Where the reader can do what the notice asks for. */
    public String path() {
        return switch (kind) {
            case ORDER_PLACED,
                    ORDER_ASKED_BACK,
                    ORDER_APPROVED,
                    ORDER_REFUSED,
                    ORDER_APPEAL_UPHELD,
                    ORDER_RESOLVED,
                    ORDER_MERGED,
                    ORDER_SPLIT,
                    ORDER_ACCEPTED,
                    ORDER_MOVED,
                    ORDER_GIVEN_BACK,
                    ORDER_NO_SHOW,
                    ORDER_BROKEN_OFF,
                    ORDER_SERVED,
                    ORDER_CANCELLED,
                    ORDER_LAPSED,
                    ORDER_REOPENED,
                    ORDER_CLOSED_UNRATED,
                    ORDER_OVERDUE -> "/orders/" + order.id().value();
            case OFFER_MADE ->
                offer == null ? "/my-day" : "/offers/" + offer.id().value();
            case SERVICE_AGREED,
                    SERVICE_MOVED,
                    OFFER_WITHDRAWN,
                    OFFER_EXPIRED,
                    SEAT_TAKEN,
                    SEAT_RELEASED,
                    SEAT_MISSED -> "/my-day";
        };
    }
}
