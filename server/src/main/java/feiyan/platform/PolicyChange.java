package feiyan.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a county, as it was taken. Never edited.
 *
 * @param before null where the standard held until then
 * @param by null where no person did it
 */
public record PolicyChange(
        UUID id,
        String key,
        @Nullable String before,
        String after,
        @Nullable UUID by,
        Instant at) {}
