package feiyan.platform;

import java.util.Set;

/** Does once in the whole installation what must follow from what happened: a message, a ledger's entry. */
public interface OutboxHandler {

    /** The kinds of row it wants. */
    Set<String> kinds();

    /**
     * Runs in the transaction that marks the row done, so that what it writes is there exactly once. What it does
     * outside the database happens at least once: a power cut between the doing and the commit repeats it. An exception
     * takes back what it wrote for this row, and the row comes again later.
     */
    void handle(OutboxRow row);
}
