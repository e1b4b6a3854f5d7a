package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Measure;
import feiyan.platform.Measure.Reading;
import feiyan.platform.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders under way, by state, and how late they are by their own clock. */
@Component
class OrdersMeasured implements Measured {

    private static final Measure OPEN = Measure.number("feiyan.orders.open", "Orders for which somebody is waited")
            .by("state");
    private static final Measure LATE = Measure.number("feiyan.orders.late", "Those of them that are past their clock")
            .by("state");
    private static final Measure LATEST = Measure.seconds("feiyan.orders.latest", "By how much the latest of them is")
            .by("state");

    /** Those that have a clock: {@link Deadlines}. */
    private static final Set<State> UNDER_WAY = EnumSet.of(
            State.SUBMITTED,
            State.RETURNED,
            State.APPROVED,
            State.OFFERED,
            State.ACCEPTED,
            State.IN_SERVICE,
            State.SERVED);

    private record Counted(long open, long late, Duration latest) {

        static final Counted NONE = new Counted(0, 0, Duration.ZERO);
    }

    private final JdbcClient db;

    OrdersMeasured(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Reading> measure(CountyId county, Instant now) {
        var counted = counted(county, now);
        return UNDER_WAY.stream()
                .flatMap(state -> readings(state, counted.getOrDefault(state, Counted.NONE)))
                .toList();
    }

    private static Stream<Reading> readings(State state, Counted counted) {
        var at = state.name().toLowerCase(Locale.ROOT);
        return Stream.of(OPEN.is(at, counted.open()), LATE.is(at, counted.late()), LATEST.is(at, counted.latest()));
    }

    private Map<State, Counted> counted(CountyId county, Instant now) {
        var counted = new EnumMap<State, Counted>(State.class);
        db.sql("""
                select state, count(*) as open, count(*) filter (where due_at < :now) as late, min(due_at) as first_due
                from service_order where county_id = :county and due_at is not null group by state
                """).param("county", county.value()).param("now", DbTime.of(now)).query(row -> {
            var latest = Duration.between(DbTime.read(row, "first_due"), now);
            counted.put(
                    State.valueOf(row.getString("state")),
                    new Counted(row.getLong("open"), row.getLong("late"), latest));
        });
        return counted;
    }
}
