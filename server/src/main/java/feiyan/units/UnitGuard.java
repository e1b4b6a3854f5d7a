package feiyan.units;

import feiyan.platform.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may change a unit: an administrator of it, or of a unit above it. Whoever passes holds
 * the unit open until the transaction ends.
 */
@Component
class UnitGuard {

    /** What two people may do to one unit at once. */
    enum Hold {
        /** Only to look. */
        NONE(""),
        /** Others may add to the unit too; nobody may close it meanwhile. */
        OPEN("for key share of u"),
        /** One at a time, while others still refer to the unit freely. */
        ONE_BY_ONE("for no key update of u"),
        /** Nobody else may as much as refer to it. */
        ALONE("for update of u");

        private final String sql;

        Hold(String sql) {
            this.sql = sql;
        }
    }

    private final JdbcClient jdbc;

    UnitGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(Unit unit, boolean reached) {}

    Outcome<Unit> administered(Actor actor, UnitId unit, Hold hold) {
        return jdbc.sql("""
                        select u.*, exists (select 1 from unit_within w
                          where w.county_id = :county and w.unit_id = u.id and w.ancestor_id = any(:units)) as reached
                        from unit u
                        where u.county_id = :county and u.id = :unit and u.closed_at is null
                        """ + hold.sql)
                .param("county", actor.county().value())
                .param("unit", unit.value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query((row, number) -> new Found(Unit.of(row, number), row.getBoolean("reached")))
                .optional()
                .map(UnitGuard::judged)
                .orElseGet(() -> Outcome.refused("unit.unknown"));
    }

    private static Outcome<Unit> judged(Found found) {
        return found.reached() ? Outcome.done(found.unit()) : Outcome.refused("unit.not_yours");
    }

    /** A unit at which the actor holds a post, whichever. */
    Outcome<Unit> held(Actor actor, UnitId unit, Hold hold) {
        return jdbc.sql("""
                        select u.* from unit u
                        where u.county_id = :county and u.id = :unit and u.closed_at is null and u.id = any(:units)
                        """ + hold.sql)
                .param("county", actor.county().value())
                .param("unit", unit.value())
                .param("units", actor.unitsAs(Role.values()))
                .query(Unit::of)
                .optional()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("post.none_here"));
    }

    /** For what concerns the county as a whole: the center, if the actor administers it. */
    Outcome<Unit> administeredCenter(Actor actor, Hold hold) {
        return jdbc.sql("""
                        select u.* from unit u
                        where u.county_id = :county and u.tier = 'CENTER' and u.closed_at is null
                          and u.id = any(:units)
                        """ + hold.sql)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query(Unit::of)
                .optional()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("county.not_yours"));
    }
}
