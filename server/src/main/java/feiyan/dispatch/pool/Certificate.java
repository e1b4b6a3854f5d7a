package feiyan.dispatch.pool;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate whose proof was seen.
 *
 * @param validUntil the last day; null for ever
 */
public record Certificate(String kind, @Nullable LocalDate validUntil) {

    boolean isValidOn(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }
}
