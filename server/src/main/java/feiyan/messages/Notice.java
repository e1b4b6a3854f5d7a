package feiyan.messages;

import feiyan.dispatch.OfferHeadline;
import feiyan.orders.ComplaintId;
import feiyan.orders.OrderHeadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody was told.
 *
 * @param order null where it concerns none
 * @param project the service's name; null for a need in free words and for a confidential order
 * @param offer where it is about an offer
 * @param begins where it is about a seat: when the service begins that somebody had kept free
 * @param reason why, as the event's code
 * @param followed where it is told to a follower: the name of whose order it is, empty where that was erased
 * @param unit the name of the unit that did it or has not done it
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        @Nullable OrderHeadline order,
        @Nullable String project,
        @Nullable OfferHeadline offer,
        @Nullable Instant begins,
        @Nullable String reason,
        @Nullable ComplaintId complaint,
        @Nullable String followed,
        @Nullable String unit,
        @Nullable Minutes minutes,
        Instant at,
        boolean unread) {

    /** Where the reader can do what the notice asks for. */
    public String path() {
        return switch (kind) {
            case SUMMARY_MISSING ->
                offer == null ? "/my-day" : "/offers/" + offer.id().value() + "/summary";
            // whoever watches over the units does not read what was said
            case COMPLAINT_OVERDUE_BELOW -> "/complaints";
            case BULK_VIEWING -> "/audit/alarms";
            case BULK_VIEWING_BELOW -> "/messages";
            case SECOND_STEP_FORGOTTEN, SIGN_INS_ENDED -> "/sessions";
            case SERVICE_TIME_ASKED, SERVICE_TIME_DECLINED, SERVICE_TIME_WITHDRAWN -> orderPath();
            default -> complaint == null ? pathByTopic() : "/complaints/" + complaint.value();
        };
    }

    private String pathByTopic() {
        return switch (kind.topic()) {
            case NEEDS, NEEDS_PROGRESS, DESK -> orderPath();
            case FAMILY -> "/family";
            case OFFERS -> offer == null ? "/my-day" : "/offers/" + offer.id().value();
            case SERVICES, SERVICES_PROGRESS -> "/my-day";
        };
    }

    private String orderPath() {
        return order == null ? "/orders" : "/orders/" + order.id().value();
    }

    boolean isConfidential() {
        return order != null && order.confidential();
    }

    /** The time it is about, where there is one. */
    public @Nullable Instant time() {
        if (begins != null) {
            return begins;
        }
        var agreed = order == null ? null : order.agreed();
        var slot = offer == null ? agreed : offer.proposed();
        return slot == null ? null : slot.from();
    }
}
