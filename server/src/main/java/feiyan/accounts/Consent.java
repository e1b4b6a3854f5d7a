package feiyan.accounts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agreed to, from when to when.
 *
 * @param textVersion which words were agreed to
 * @param notedBy who wrote it down for the person; null where the person did
 * @param guardian who gave it for a minor
 * @param withdrawnAt null while it stands
 */
public record Consent(
        Purpose purpose,
        int textVersion,
        Instant givenAt,
        How how,
        @Nullable PersonId notedBy,
        @Nullable String guardian,
        @Nullable Instant withdrawnAt) {

    /** How it was given. */
    public enum How {
        PAGE,
        PAPER,
        SPOKEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean stands() {
        return withdrawnAt == null;
    }
}
