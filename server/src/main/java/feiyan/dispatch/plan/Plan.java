package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan for a unit and everything below it.
 *
 * @param version one more with each change of the plan or of a line
 * @param replaces whose pins and bans it took over
 * @param stopping whether somebody asked for the best so far
 * @param figures null until it is made
 */
public record Plan(
        PlanId id,
        UnitId unit,
        int version,
        PlanState state,
        PlanPhase phase,
        @Nullable PlanId replaces,
        PersonId askedBy,
        Instant askedAt,
        boolean stopping,
        long seed,
        @Nullable Figures figures) {}
