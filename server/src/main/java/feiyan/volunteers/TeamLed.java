package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction in which another takes the lead of a team, so that what the old leader could see of its
 * services goes over at once.
 *
 * @param before null where nobody led
 */
public record TeamLed(
        CountyId county, TeamId team, @Nullable PersonId before, PersonId now, Instant at) {}
