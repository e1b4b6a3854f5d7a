package feiyan.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Why a volunteer was asked: what was known of them when the offer was made.
 *
 * @param metres the straight line from home, in whole hundreds; null for a remote service
 * @param visits how often they had served this household
 * @param bookedMinutes of the week of the service, before it
 * @param askedBefore how often they were asked within the seven days before
 * @param daysSinceAsked null where they had never been asked
 */
public record OfferReason(
        Way way,
        @Nullable Integer metres,
        int visits,
        int bookedMinutes,
        int askedBefore,
        @Nullable Integer daysSinceAsked) {

    /** How it came to the offer. */
    public enum Way {
        /** The requester asked for them by name. */
        WISHED,
        /** The unit chose them, by hand or from what was proposed. */
        CHOSEN,
        /** They took an open seat by themselves. */
        TAKEN
    }
}
