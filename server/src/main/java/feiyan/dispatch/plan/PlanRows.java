package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plan's own row: the lock under which its lines change, and its version. */
@Repository
class PlanRows {

    private static final String PLAN = """
            select p.id, p.unit_id, p.version, p.state, p.phase, p.replaces_id, p.asked_by, p.asked_at,
              p.stop_asked_at, p.seed, p.cost, p.bound, p.orders, p.seats, p.proposed, p.took_millis, p.digest,
              p.made_at
            from dispatch_plan p where p.county_id = :county and\s""";

    private final JdbcClient db;

    PlanRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Plan> find(CountyId county, PlanId id) {
        return one(county, "p.id = :id", "id", id.value());
    }

    /** Holds the plan until the transaction ends. Taken before any order's lock, so that nobody waits in a circle. */
    Optional<Plan> hold(CountyId county, PlanId id) {
        return one(county, "p.id = :id for no key update of p", "id", id.value());
    }

    /** The one that stands for a unit. */
    Optional<Plan> ready(CountyId county, UnitId unit) {
        return one(county, "p.unit_id = :unit and p.state = 'READY'", "unit", unit.value());
    }

    /** The latest that is being made or could not be, unless another stands since. */
    Optional<Plan> unready(CountyId county, UnitId unit) {
        return one(county, "p.unit_id = :unit order by p.id desc limit 1", "unit", unit.value())
                .filter(plan -> plan.state() == PlanState.MAKING || plan.state() == PlanState.FAILED);
    }

    private Optional<Plan> one(CountyId county, String which, String name, UUID value) {
        return db.sql(PLAN + which)
                .param("county", county.value())
                .param(name, value)
                .query(PlanRows::plan)
                .optional();
    }

    /** Those that are made, the latest first; {@code before} is the last of the page before. */
    List<Plan> made(CountyId county, UnitId unit, @Nullable PlanId before, int most) {
        return db.sql(PLAN + """
                p.unit_id = :unit and p.state in ('READY', 'REPLACED') and (:before::uuid is null or p.id < :before)
                order by p.id desc limit :most
                """)
                .param("county", county.value())
                .param("unit", unit.value())
                .param("before", before == null ? null : before.value(), Types.OTHER)
                .param("most", most)
                .query(PlanRows::plan)
                .list();
    }

    /** Another version, for a change of a line; the plan is held. */
    int next(CountyId county, PlanId id) {
        return db.sql("""
                update dispatch_plan set version = version + 1 where county_id = :county and id = :id returning version
                """)
                .param("county", county.value())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        var replaces = row.getObject("replaces_id", UUID.class);
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getInt("version"),
                PlanState.valueOf(row.getString("state")),
                PlanPhase.valueOf(row.getString("phase")),
                replaces == null ? null : new PlanId(replaces),
                new PersonId(row.getObject("asked_by", UUID.class)),
                DbTime.read(row, "asked_at"),
                DbTime.readNullable(row, "stop_asked_at") != null,
                row.getLong("seed"),
                figures(row));
    }

    private static @Nullable Figures figures(ResultSet row) throws SQLException {
        var made = DbTime.readNullable(row, "made_at");
        return made == null
                ? null
                : new Figures(
                        row.getLong("cost"),
                        row.getLong("bound"),
                        row.getInt("orders"),
                        row.getInt("seats"),
                        row.getInt("proposed"),
                        row.getInt("took_millis"),
                        row.getString("digest"),
                        made);
    }
}
