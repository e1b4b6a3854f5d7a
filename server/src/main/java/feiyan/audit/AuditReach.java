package feiyan.audit;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.util.UUID;

/** Whom the audit is for: auditors, each for the own units and what lies below. Administrators are none. */
final class AuditReach {

    /** For a query with a column {@code unit_id} in {@code x} and the parameter {@code units}. */
    static final String WITHIN = """
            exists (select 1 from unit_within w
              where w.county_id = :county and w.unit_id = x.unit_id and w.ancestor_id = any(:units))
            """;

    private AuditReach() {}

    static Outcome<UUID[]> of(Actor actor) {
        var units = actor.unitsAs(Role.AUDITOR);
        return units.length == 0 ? Outcome.refused("audit.not_yours") : Outcome.done(units);
    }
}
