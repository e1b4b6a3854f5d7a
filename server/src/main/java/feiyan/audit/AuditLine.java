package feiyan.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit as it is shown: names of staff, codes of orders, never a value that somebody saw.
 *
 * @param who null where nobody known did it
 * @param whose the person's number or the end of an id; null where it is nobody's
 * @param what the order's code or the end of an id; null where it is about nothing in particular
 */
public record AuditLine(
        long seq,
        Instant at,
        @Nullable String who,
        String kind,
        @Nullable String subject,
        @Nullable String what,
        @Nullable String whose,
        List<String> fields,
        @Nullable String reason,
        @Nullable String unit) {}
