package feiyan.platform;

import java.util.List;

/**
 * All that is committed after a cursor.
 *
 * @param settled before which nothing can appear any more, and the cursor after it
 * @param ahead beyond that cursor: it comes again at the next look
 */
public record OutboxSight(OutboxPage settled, List<OutboxRow> ahead) {

    public OutboxSight {
        ahead = List.copyOf(ahead);
    }

    public int size() {
        return settled.rows().size() + ahead.size();
    }
}
