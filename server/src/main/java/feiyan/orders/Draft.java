package feiyan.orders;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * An order that somebody is writing.
 *
 * @param id the order's own, once it is sent
 * @param version grows with each change
 * @param written who wrote each sheet last
 */
public record Draft(OrderId id, int version, DraftText text, Map<Sheet, Written> written, Instant keptAt) {

    /** The pages on which something is typed. */
    public enum Sheet {
        WHAT,
        WHERE
    }

    /**
     * @param version of the draft when it was written
     * @param page the very page from which it came, as it stood in one window
     */
    public record Written(int version, UUID page) {}

    /**
     * A sheet as it comes back from a page.
     *
     * @param seen the draft's version when the page was shown
     * @param page drawn anew each time it is shown
     */
    public record Leaf(Sheet sheet, int seen, UUID page) {}

    public Draft {
        written = Map.copyOf(written);
    }

    /**
     * A page may follow its own last writing: who goes back in the browser and writes more is the same person in the
     * same window. It may not write over what another window has written since.
     */
    public boolean takes(Leaf leaf) {
        var last = written.get(leaf.sheet());
        return last == null || last.version() <= leaf.seen() || last.page().equals(leaf.page());
    }

    Draft writtenOn(Leaf leaf, DraftText said, Instant now) {
        var sheets = new EnumMap<Sheet, Written>(Sheet.class);
        sheets.putAll(written);
        sheets.put(leaf.sheet(), new Written(version + 1, leaf.page()));
        return new Draft(id, version + 1, said, sheets, now);
    }

    Draft changed(DraftText said, Instant now) {
        return new Draft(id, version + 1, said, written, now);
    }
}
