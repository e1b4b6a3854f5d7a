package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.WeightTrial.State;
import feiyan.dispatch.trial.WeightTrial.Value;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The life of a trial, on any instance: begun, getting on, done or failed. */
@Repository
class TrialRows {

    /** A trial takes seconds: one of which nothing is heard for so long has lost its instance. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TrialResults results;
    private final InstantSource clock;

    TrialRows(JdbcClient db, TrialResults results, InstantSource clock) {
        this.db = db;
        this.results = results;
        this.clock = clock;
    }

    /** False where another one is under way. */
    boolean begin(Actor actor, WeightTrialId id, Map<Weight, Value> values, Instant now) {
        giveUpLost(actor.county(), now);
        int begun = db.sql("""
                insert into weight_trial (county_id, id, asked_by, asked_at, state, progress, heard_at)
                values (:county, :id, :by, :now, 'RUNNING', 0, :now)
                on conflict (county_id) where state = 'RUNNING' do nothing
                """)
                .param("county", actor.county().value())
                .param("id", id.value())
                .param("by", actor.person().value())
                .param("now", DbTime.of(now))
                .update();
        if (begun == 1) {
            values.forEach((weight, value) -> write(actor.county(), id, weight, value));
        }
        return begun == 1;
    }

    private void write(CountyId county, WeightTrialId id, Weight weight, Value value) {
        db.sql("""
                insert into weight_trial_value (county_id, trial_id, key, held, tried)
                values (:county, :id, :key, :held, :tried)
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("key", weight.setting().key())
                .param("held", value.held())
                .param("tried", value.tried())
                .update();
    }

    private void giveUpLost(CountyId county, Instant now) {
        db.sql("""
                update weight_trial set state = 'FAILED'
                where county_id = :county and state = 'RUNNING' and heard_at < :silent
                """)
                .param("county", county.value())
                .param("silent", DbTime.of(now.minus(SILENCE)))
                .update();
    }

    void gotOn(CountyId county, WeightTrialId id, int progress) {
        db.sql("""
                update weight_trial set progress = :progress, heard_at = :now
                where county_id = :county and id = :id and state = 'RUNNING'
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("progress", progress)
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    /** False where it was given up meanwhile. */
    boolean finish(CountyId county, WeightTrialId id, PastOrders.Found found, Comparison comparison) {
        int done = db.sql("""
                update weight_trial set state = 'DONE', progress = 100, orders = :orders, left_out = :left,
                  changed = :changed, heard_at = :now
                where county_id = :county and id = :id and state = 'RUNNING'
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("orders", found.orders().size())
                .param("left", found.leftOut())
                .param("changed", comparison.changes().size())
                .param("now", DbTime.of(clock.instant()))
                .update();
        if (done == 1) {
            results.write(county, id, found.orders(), comparison);
        }
        return done == 1;
    }

    void fail(CountyId county, WeightTrialId id) {
        db.sql("update weight_trial set state = 'FAILED' where county_id = :county and id = :id and state = 'RUNNING'")
                .param("county", county.value())
                .param("id", id.value())
                .update();
    }

    /** As this reader may see it. */
    Optional<WeightTrial> find(Actor actor, WeightTrialId id, Instant now) {
        return db.sql("""
                select asked_by, asked_at, state, progress, heard_at, orders, left_out, changed from weight_trial
                where county_id = :county and id = :id
                """)
                .param("county", actor.county().value())
                .param("id", id.value())
                .query((row, number) -> trial(row, actor, id, now))
                .optional();
    }

    private WeightTrial trial(ResultSet row, Actor actor, WeightTrialId id, Instant now) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var heard = DbTime.read(row, "heard_at");
        var lost = state == State.RUNNING && heard.isBefore(now.minus(SILENCE));
        return new WeightTrial(
                id,
                new PersonId(row.getObject("asked_by", UUID.class)),
                DbTime.read(row, "asked_at"),
                lost ? State.FAILED : state,
                row.getInt("progress"),
                heard,
                values(actor.county(), id),
                state != State.DONE
                        ? null
                        : new WeightTrial.Result(
                                row.getInt("orders"),
                                row.getInt("left_out"),
                                row.getInt("changed"),
                                results.figures(actor.county(), id, "HELD"),
                                results.figures(actor.county(), id, "TRIED"),
                                results.examples(actor, id)));
    }

    private Map<Weight, Value> values(CountyId county, WeightTrialId id) {
        var values = new EnumMap<Weight, Value>(Weight.class);
        db.sql("select key, held, tried from weight_trial_value where county_id = :county and trial_id = :id")
                .param("county", county.value())
                .param("id", id.value())
                .query(row -> {
                    var value = new Value(row.getInt("held"), row.getInt("tried"));
                    Weight.ofKey(row.getString("key")).ifPresent(weight -> values.put(weight, value));
                });
        return values;
    }
}
