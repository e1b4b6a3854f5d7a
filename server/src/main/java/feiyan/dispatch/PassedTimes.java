package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The time that was proposed has come and nothing was agreed: too few said yes, or a team took the order and put nobody
 * on. Nobody was told to come, so nobody missed anything; the order goes back to its dispatcher, who asks anew.
 */
@Component
public class PassedTimes {

    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final OfferRows offers;
    private final FreshStart fresh;
    private final OrderRounds rounds;
    private final InstantSource clock;

    PassedTimes(JdbcClient db, OfferRows offers, FreshStart fresh, OrderRounds rounds, InstantSource clock) {
        this.db = db;
        this.offers = offers;
        this.fresh = fresh;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${feiyan.passed-times.interval:PT1M}")
    void everywhere() {
        rounds.everywhere(this::settle);
    }

    /** @return how many orders went back */
    public int settle(CountyId county) {
        var now = clock.instant();
        return rounds.of(county, passed(county, now), held -> settle(county, held, now));
    }

    /** From the orders, of which few wait at any time: the times of what was accepted and served have all passed. */
    private List<OrderId> passed(CountyId county, Instant now) {
        return db.sql("""
                select o.order_id from order_standing o cross join lateral (
                  select 1 from offer f
                  where f.county_id = :county and f.order_id = o.order_id and f.state in ('OPEN', 'ACCEPTED')
                    and f.proposed_from <= :now
                  limit 1) passed
                where o.county_id = :county and o.state = 'OFFERED'
                limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** As it stands once held: it may have been agreed meanwhile, or asked anew for a time that is still to come. */
    Outcome<Integer> settle(CountyId county, ServiceSheet order, Instant now) {
        return order.state() == State.OFFERED && hasPassed(county, order, now)
                ? fresh.of(county, order, "time_has_passed", null, now).map(done -> 1)
                : Outcome.done(0);
    }

    private boolean hasPassed(CountyId county, ServiceSheet order, Instant now) {
        return offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED).stream()
                .anyMatch(offer -> !offer.facts().proposed().from().isAfter(now));
    }
}
