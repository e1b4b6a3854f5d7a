package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.UnitId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The steps of a plan's making: asked for, reached, stopped, finished; each adds one to the version or changes nothing.
 */
@Repository
class PlanSteps {

    private final JdbcClient db;

    PlanSteps(JdbcClient db) {
        this.db = db;
    }

    void ask(CountyId county, PlanId id, UnitId unit, @Nullable PlanId replaces, PersonId by, Instant now, long seed) {
        db.sql("""
                insert into dispatch_plan (county_id, id, unit_id, version, state, phase, replaces_id, asked_by,
                  asked_at, seed)
                values (:county, :id, :unit, 1, 'MAKING', 'READING', :replaces, :by, :now, :seed)
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("unit", unit.value())
                .param("replaces", replaces == null ? null : replaces.value(), Types.OTHER)
                .param("by", by.value())
                .param("now", DbTime.of(now))
                .param("seed", seed)
                .update();
    }

    void reached(CountyId county, PlanId id, PlanPhase phase) {
        db.sql("""
                update dispatch_plan set phase = :phase
                where county_id = :county and id = :id and state = 'MAKING'
                """)
                .param("phase", phase.name())
                .param("county", county.value())
                .param("id", id.value())
                .update();
    }

    /** False where it is not being made any more, or somebody said so already. */
    boolean stop(CountyId county, PlanId id, Instant now) {
        return db.sql("""
                        update dispatch_plan set stop_asked_at = :now, version = version + 1
                        where county_id = :county and id = :id and state = 'MAKING' and stop_asked_at is null
                        """)
                        .param("now", DbTime.of(now))
                        .param("county", county.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean isStopAsked(CountyId county, PlanId id) {
        return db.sql("""
                select p.stop_asked_at is not null from dispatch_plan p where p.county_id = :county and p.id = :id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void finish(CountyId county, PlanId id, Figures made, String weights) {
        db.sql("""
                update dispatch_plan set state = 'READY', version = version + 1, weights = :weights, digest = :digest,
                  cost = :cost, bound = :bound, orders = :orders, seats = :seats, proposed = :proposed,
                  took_millis = :took, made_at = :now
                where county_id = :county and id = :id and state = 'MAKING'
                """)
                .param("weights", weights)
                .param("digest", made.digest())
                .param("cost", made.cost())
                .param("bound", made.bound())
                .param("orders", made.orders())
                .param("seats", made.seats())
                .param("proposed", made.proposed())
                .param("took", made.tookMillis())
                .param("now", DbTime.of(made.madeAt()))
                .param("county", county.value())
                .param("id", id.value())
                .update();
    }

    /** False where its state was another by now. */
    boolean move(CountyId county, PlanId id, PlanState from, PlanState to) {
        return db.sql("""
                        update dispatch_plan set state = :to, version = version + 1
                        where county_id = :county and id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("county", county.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Those whose maker is gone: the instance that made them ended. */
    List<PlanId> abandoned(CountyId county, UnitId unit, Instant before) {
        return db.sql("""
                select p.id from dispatch_plan p
                where p.county_id = :county and p.unit_id = :unit and p.state = 'MAKING' and p.asked_at < :before
                """)
                .param("county", county.value())
                .param("unit", unit.value())
                .param("before", DbTime.of(before))
                .query((row, number) -> new PlanId(row.getObject("id", UUID.class)))
                .list();
    }
}
