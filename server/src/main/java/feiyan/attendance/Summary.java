package feiyan.attendance;

import feiyan.accounts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service was like, told by who led it.
 *
 * @param experience what others may learn from it; null where nothing was written
 */
public record Summary(String words, @Nullable String experience, PersonId by, Instant at) {}
