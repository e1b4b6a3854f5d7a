package feiyan.orders;

import java.util.Map;

/**
 * A piece of an order's page that another module brings: the offers that are out, who is there, how to move the time.
 *
 * @param rank among the panels of its place, the lowest first
 * @param template as {@code dispatch/parts/moves}
 * @param fragment of that template; it finds its values in {@code panel.model}, the order in {@code order}
 */
public record OrderPanel(Place place, int rank, String template, String fragment, Map<String, ?> model) {

    /** Where on the page. */
    public enum Place {
        /** Right under the sentence that says where it stands: what the reader is asked to do now. */
        NOW,
        /** Below the need, in the left column. */
        NEED,
        /** At the head of the right column, where a unit acts. */
        DESK,
        /** Below the history. */
        END
    }

    public OrderPanel {
        model = Map.copyOf(model);
    }
}
