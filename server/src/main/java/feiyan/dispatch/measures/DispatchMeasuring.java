package feiyan.dispatch.measures;

import feiyan.dispatch.measures.DispatchMeasures.Declined;
import feiyan.dispatch.measures.DispatchMeasures.Wait;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures the dispatch of a unit and all units below it, for whoever works there or above. */
@Component
public class DispatchMeasuring {

    private final JdbcClient db;
    private final Units units;
    private final InstantSource clock;

    DispatchMeasuring(JdbcClient db, Units units, InstantSource clock) {
        this.db = db;
        this.units = units;
        this.clock = clock;
    }

    /** Empty where the actor works neither there nor above. */
    public Optional<DispatchMeasures> of(Actor actor, UnitId unit, MeasuredDays days) {
        return units.reaches(actor, unit, Role.values())
                ? Optional.of(measured(actor.county(), unit, days))
                : Optional.empty();
    }

    private DispatchMeasures measured(CountyId county, UnitId unit, MeasuredDays days) {
        var until = clock.instant();
        var from = until.minus(Duration.ofDays(days.days()));
        return question(county, unit, from, until)
                .query((row, number) -> measures(row, from, until))
                .single();
    }

    JdbcClient.StatementSpec question(CountyId county, UnitId unit, Instant from, Instant until) {
        return db.sql(MeasuresSql.ALL)
                .param("county", county.value())
                .param("unit", unit.value())
                .param("from", DbTime.of(from))
                .param("until", DbTime.of(until));
    }

    private static DispatchMeasures measures(ResultSet row, Instant from, Instant until) throws SQLException {
        int offers = row.getInt("offers");
        int kept = row.getInt("kept");
        var loads = loads(row);
        return new DispatchMeasures(
                from,
                until,
                offers,
                row.getInt("orders"),
                row.getInt("waiting"),
                waited(row),
                share(row.getInt("held"), row.getInt("wanted")),
                few(kept) ? null : (double) offers / kept,
                share(row.getInt("answered"), row.getInt("over")),
                few(loads.length) || few(kept) ? null : Spread.of(loads),
                declined(row));
    }

    private static boolean few(int count) {
        return count < DispatchMeasures.FEW;
    }

    private static @Nullable Wait waited(ResultSet row) throws SQLException {
        int accepted = row.getInt("accepted");
        return few(accepted)
                ? null
                : new Wait(accepted, (int) Math.round(row.getDouble("median_minutes")), (int)
                        Math.round(row.getDouble("ninth_minutes")));
    }

    private static @Nullable Share share(int some, int all) {
        return few(all) ? null : new Share(some, all);
    }

    private static int[] loads(ResultSet row) throws SQLException {
        var minutes = (Integer[]) row.getArray("loads").getArray();
        return Arrays.stream(minutes).mapToInt(Integer::intValue).toArray();
    }

    private static @Nullable List<Declined> declined(ResultSet row) throws SQLException {
        var reasons = (String[]) row.getArray("reasons").getArray();
        var times = (Integer[]) row.getArray("times").getArray();
        var all = new ArrayList<Declined>();
        for (int i = 0; i < reasons.length; i++) {
            var reason = Objects.requireNonNull(reasons[i]);
            all.add(new Declined(reason.isEmpty() ? null : reason, times[i]));
        }
        return few(all.stream().mapToInt(Declined::times).sum()) ? null : List.copyOf(all);
    }
}
