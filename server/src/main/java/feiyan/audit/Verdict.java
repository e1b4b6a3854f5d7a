package feiyan.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a verification of a county's chain found. */
public sealed interface Verdict {

    /**
     * Each link fits.
     *
     * @param links how many were looked at
     * @param code of the last one, to be compared with a print
     */
    record Sound(long links, long seq, String code) implements Verdict {}

    /**
     * The first that does not fit.
     *
     * @param seq its number in the chain; 0 for what is in no chain
     * @param entry the row it is about, where there is one
     */
    record Broken(Fault fault, long seq, @Nullable UUID entry) implements Verdict {}

    enum Fault {
        /** A number is left out. */
        LINK_MISSING,
        /** Not as it was written, or not where it was. */
        LINK_CHANGED,
        /** The row that it is about was deleted. */
        ENTRY_GONE,
        ENTRY_CHANGED,
        /** Not written by this house. */
        ENTRY_ADDED,
        /** The chain ends or begins elsewhere than it says. */
        HEAD_CHANGED,
        /** At the end of some day it was another. */
        DAY_CHANGED
    }
}
