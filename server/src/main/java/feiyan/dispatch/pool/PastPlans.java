package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Planning;
import feiyan.dispatch.engine.Weights;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plans past orders anew, as if none of them had been given to anybody: by the same engine under the same law, with
 * people as they are today. The same orders and weights give the same plan.
 */
@Component
public class PastPlans {

    private static final Duration RECENTLY = Duration.ofDays(30);

    private final JdbcClient db;
    private final Pools pools;
    private final Planning planning;
    private final Histories histories;

    PastPlans(JdbcClient db, Pools pools, Planning planning, Histories histories) {
        this.db = db;
        this.pools = pools;
        this.planning = planning;
        this.histories = histories;
    }

    /** @param progress is told which share is done, now and then */
    public Replayed of(CountyId county, List<PastOrder> orders, Weights weights, DoubleConsumer progress) {
        if (orders.isEmpty()) {
            return new Replayed(List.of(), 0, 0, Set.of());
        }
        var pool = pools.of(county);
        var first = orders.stream()
                .map(past -> past.time().from())
                .min(Instant::compareTo)
                .orElseThrow();
        var replay = new Replay(pool, weights, served(county, first.minus(RECENTLY), first));
        return replay.of(wishes(county, orders), progress);
    }

    private List<PlanInputs.Wish> wishes(CountyId county, List<PastOrder> orders) {
        var projects = planning.projects(county);
        var before = histories.of(
                county, orders.stream().map(past -> past.order().id()).toList());
        return orders.stream()
                .map(past -> PlanInputs.Wish.of(
                        new PlanMaker.Wanted(
                                past.order(), past.time(), past.order().headcount()),
                        projects,
                        unasked(before, past.order().id())))
                .toList();
    }

    /** Whoever was asked then may be asked once more. */
    private static History unasked(Map<OrderId, History> before, OrderId order) {
        var history = Objects.requireNonNull(before.get(order));
        return new History(history.own(), Set.of(), history.visits());
    }

    /** How busy people had been before any of it. */
    private Map<PersonId, Integer> served(CountyId county, Instant from, Instant until) {
        var minutes = new HashMap<PersonId, Integer>();
        db.sql("""
                select s.volunteer_id, (sum(extract(epoch from s.ends - s.starts)) / 60)::int as minutes
                from seat s
                where s.county_id = :county and s.ends >= :from and s.ends < :until and s.state = 'SERVED'
                group by s.volunteer_id
                """)
                .param("county", county.value())
                .param("from", DbTime.of(from))
                .param("until", DbTime.of(until))
                .query(row -> {
                    minutes.put(new PersonId(row.getObject("volunteer_id", UUID.class)), row.getInt("minutes"));
                });
        return minutes;
    }
}
