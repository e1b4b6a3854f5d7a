package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxRow;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A day before the rating's clock closes an order unrated, its household is reminded, once. The reminder is laid into
 * the outbox when the order is served and comes when it is due; whether it is still wanted is asked then.
 */
@Component
public class RatingReminders {

    /** The outbox row that comes a day before; its subject is the order. */
    public static final String KIND = "rating.closes";

    static final Duration BEFORE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Policies policies;
    private final InstantSource time;

    RatingReminders(JdbcClient jdbc, Outbox outbox, Policies policies, InstantSource time) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.policies = policies;
        this.time = time;
    }

    /** Where a rating has one day only, being asked for it is reminder enough. */
    @EventListener
    void plan(OrderMoved moved) {
        var open = Duration.ofDays(policies.of(moved.county()).get(Policy.RATING_DAYS));
        if (moved.to() == State.SERVED && open.compareTo(BEFORE) > 0) {
            plan(moved.county(), moved.order(), moved.version(), moved.at().plus(open));
        }
    }

    private void plan(CountyId county, OrderId order, int version, Instant closes) {
        outbox.tell(county, KIND, order.value(), version, closes.minus(BEFORE));
    }

    /** Whether to remind now. Where the county has given more days since, it comes again a day before their end. */
    public boolean isDue(OutboxRow row) {
        var now = time.instant();
        var order = new OrderId(row.subject());
        var closes = closes(row.county(), order, row.version());
        if (closes.filter(end -> end.minus(BEFORE).isAfter(now)).isPresent()) {
            plan(row.county(), order, row.version(), closes.get());
            return false;
        }
        return closes.filter(now::isBefore).isPresent();
    }

    /** Empty once it was rated, closed or reopened. */
    private Optional<Instant> closes(CountyId county, OrderId order, int version) {
        return jdbc.sql("""
                select due_at from service_order
                where county_id = :county and id = :order and version = :version and state = 'SERVED'
                  and due_at is not null
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("version", version)
                .query((row, number) -> DbTime.read(row, "due_at"))
                .optional();
    }
}
