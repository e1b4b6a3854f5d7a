package feiyan.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; null where it does not matter. Ids and codes only, so that an address tells nothing.
 *
 * @param about whose data
 * @param subject which row: an order, a setting's unit
 * @param kind {@code view}, or what was done
 * @param reason how the reason begins
 * @param until not included
 */
public record AuditCriteria(
        @Nullable UUID actor,
        @Nullable UUID about,
        @Nullable UUID subject,
        @Nullable String kind,
        @Nullable String field,
        @Nullable UUID unit,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditCriteria ANY = new AuditCriteria(null, null, null, null, null, null, null, null, null);

    /** By what was looked for, for the audit of the audit. */
    String[] used() {
        var used = new ArrayList<String>();
        add(used, "actor", actor);
        add(used, "about", about);
        add(used, "subject", subject);
        add(used, "kind", kind);
        add(used, "field", field);
        add(used, "unit", unit);
        add(used, "reason", reason);
        add(used, "time", from == null ? until : from);
        return used.toArray(String[]::new);
    }

    private static void add(List<String> used, String name, @Nullable Object value) {
        if (value != null) {
            used.add(name);
        }
    }
}
