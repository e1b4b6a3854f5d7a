package feiyan.audit;

import java.time.Instant;
import java.util.Optional;

/** Where a page of the audit ends: by time, and within one moment by the number in the chain. */
public record AuditPlace(Instant at, long seq) {

    public String write() {
        return at.getEpochSecond() + "." + at.getNano() + "." + seq;
    }

    /** Empty for what was never such a place. */
    public static Optional<AuditPlace> read(String text) {
        if (!text.matches("\\d{1,11}\\.\\d{1,9}\\.\\d{1,18}")) {
            return Optional.empty();
        }
        var parts = text.split("\\.", -1);
        var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        return Optional.of(new AuditPlace(at, Long.parseLong(parts[2])));
    }
}
