package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat that would have gone to somebody else; never of a confidential order.
 *
 * @param number the order's; null for a reader to whom orders are no business
 * @param unit that has the order
 * @param held who would have been asked as things are; null: nobody
 * @param tried who instead; null: nobody
 */
public record Example(
        @Nullable String number,
        @Nullable ProjectId project,
        UnitId unit,
        Instant starts,
        @Nullable PersonId held,
        @Nullable PersonId tried) {}
