package feiyan.platform;

import java.util.List;

/** The rows after a cursor, and the cursor after them. */
public record OutboxPage(List<OutboxRow> rows, OutboxCursor next) {

    public OutboxPage {
        rows = List.copyOf(rows);
    }
}
