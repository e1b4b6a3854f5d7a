package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.orders.Pile;
import org.jspecify.annotations.Nullable;

/**
 * Where a clerk goes on after an act: on the desk to the next order of the pile, else back to the order itself.
 *
 * @param pile null where the act was made on the order's own page
 * @param next the order after this one in the list; null where it was the last
 * @param offer straight on to whom to ask
 */
record Onward(
        @Nullable Pile pile,
        @Nullable OrderId next,
        @Nullable Boolean offer) {

    String after(OrderId order) {
        var page = "/orders/" + order.value();
        if (Boolean.TRUE.equals(offer)) {
            return page + "/offers/new";
        }
        return pile == null ? page : desk();
    }

    /** After a refusal nothing was offered: the way on is the next order, or the page that shows how it is now. */
    String back(OrderId order) {
        return pile == null ? "/orders/" + order.value() : desk();
    }

    private String desk() {
        return "/inbox?pile=" + pile + (next == null ? "" : "&at=" + next.value());
    }
}
