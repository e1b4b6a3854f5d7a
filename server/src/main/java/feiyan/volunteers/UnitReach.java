package feiyan.volunteers;

import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who keeps the register of a unit: its clerks, dispatchers and administrators, and those of the units above. */
@Component
class UnitReach {

    static final Role[] KEEPERS = {Role.CLERK, Role.DISPATCHER, Role.ADMINISTRATOR};

    private final JdbcClient db;

    UnitReach(JdbcClient db) {
        this.db = db;
    }

    /** Whether all of the units lie in the actor's subtree. */
    boolean covers(Actor actor, Collection<UnitId> units) {
        return db.sql("""
                select not exists (
                  select from unnest(:wanted) as wanted(unit_id)
                  where not exists (
                    select from unit_within w
                    where w.county_id = :county and w.unit_id = wanted.unit_id and w.ancestor_id = any(:own)))
                """)
                .param("county", actor.county().value())
                .param("wanted", units.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .param("own", actor.unitsAs(KEEPERS))
                .query(Boolean.class)
                .single();
    }
}
