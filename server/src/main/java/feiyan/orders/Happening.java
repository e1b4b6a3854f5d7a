package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of an order's history. Codes and ids only; never edited.
 *
 * @param actor null where the clock did it
 * @param unit where the order stood afterwards
 */
public record Happening(
        int version,
        State from,
        Verb verb,
        State to,
        Instant at,
        @Nullable PersonId actor,
        UnitId unit,
        @Nullable String reason) {}
