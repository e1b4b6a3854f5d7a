package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a county's deadlines are computed anew, and the orders that are next. */
@Repository
class DeadlineRows {

    static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final OrderClock clock;

    DeadlineRows(JdbcClient jdbc, OrderClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From the beginning, also where it is under way: what was computed before is old already. */
    void ask(CountyId county, UUID after, OffsetDateTime now) {
        jdbc.sql("""
                insert into deadline_refresh (county_id, after_id, asked_at) values (:county, :after, :now)
                on conflict (county_id) do update set after_id = excluded.after_id, asked_at = excluded.asked_at
                """)
                .param("county", county.value())
                .param("after", after)
                .param("now", now)
                .update();
    }

    boolean isAskedBefore(CountyId county, Instant moment) {
        return jdbc.sql("""
                select exists (select from deadline_refresh where county_id = :county and asked_at <= :moment)
                """)
                .param("county", county.value())
                .param("moment", DbTime.of(moment))
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> claim(CountyId county) {
        return jdbc.sql("select after_id from deadline_refresh where county_id = :county for update skip locked")
                .param("county", county.value())
                .query(UUID.class)
                .optional();
    }

    /** First what is open, then in order: by their ids alone the next ones are found among all that ever were. */
    List<Stored> openAfter(CountyId county, UUID after) {
        return jdbc.sql("""
                        with o as materialized (
                          select * from service_order open
                          where open.county_id = :county and open.due_at is not null and open.id > :after)
                        select %s, array[]::text[] as relations from o order by o.id limit :most
                        """.formatted(OrderRows.COLUMNS))
                .param("county", county.value())
                .param("after", after)
                .param("most", AT_ONCE)
                .query(StoredMapper::map)
                .list();
    }

    /** Whatever moved meanwhile has its new deadline already, and keeps it. */
    void write(CountyId county, List<Stored> orders) {
        var dues = clock.dues(county, orders);
        jdbc.sql("""
                update service_order set due_at = fresh.due
                from unnest(:ids::uuid[], :versions::int[], :dues::timestamptz[]) as fresh (id, version, due)
                where county_id = :county and service_order.id = fresh.id and service_order.version = fresh.version
                  and due_at is distinct from fresh.due
                """)
                .param("county", county.value())
                .param(
                        "ids",
                        orders.stream().map(order -> order.facts().id().value()).toArray(UUID[]::new))
                .param(
                        "versions",
                        orders.stream().map(order -> order.facts().version()).toArray(Integer[]::new))
                .param(
                        "dues",
                        orders.stream()
                                .map(order -> text(dues.get(order.facts().id())))
                                .toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable Instant due) {
        return due == null ? null : due.toString();
    }

    void goOn(CountyId county, UUID after) {
        jdbc.sql("update deadline_refresh set after_id = :after where county_id = :county")
                .param("county", county.value())
                .param("after", after)
                .update();
    }

    void done(CountyId county) {
        jdbc.sql("delete from deadline_refresh where county_id = :county")
                .param("county", county.value())
                .update();
    }
}
