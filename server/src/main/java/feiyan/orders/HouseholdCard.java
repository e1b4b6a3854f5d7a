package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The card of a household as its station sees it, without the digits: these are shown on the printed card alone.
 *
 * @param number 0 where there is none yet
 * @param printedBy who printed it last, null where nobody did
 */
public record HouseholdCard(
        PersonId person,
        String name,
        UnitId station,
        int number,
        @Nullable Instant issuedAt,
        @Nullable PersonId issuedBy,
        int prints,
        @Nullable Instant printedAt,
        @Nullable PersonId printedBy) {

    public boolean isThere() {
        return number > 0;
    }
}
