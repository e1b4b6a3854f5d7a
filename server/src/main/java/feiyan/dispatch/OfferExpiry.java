package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
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

/** Ends offers whose deadline has passed. Instances share the work: an order that one holds, the others leave alone. */
@Component
public class OfferExpiry {

    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final OfferRows rows;
    private final OfferMoves moves;
    private final Filling filling;
    private final OrderRounds rounds;
    private final InstantSource clock;

    OfferExpiry(
            JdbcClient db, OfferRows rows, OfferMoves moves, Filling filling, OrderRounds rounds, InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.moves = moves;
        this.filling = filling;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${feiyan.offers.expiry-interval:PT30S}")
    void everywhere() {
        rounds.everywhere(county -> expire(county, clock.instant()));
    }

    /** @return how many offers ended */
    public int expire(CountyId county, Instant now) {
        return rounds.of(county, overdue(county, now), held -> Outcome.done(expire(county, held, now)));
    }

    private List<OrderId> overdue(CountyId county, Instant now) {
        return db.sql("""
                select distinct f.order_id from offer f
                where f.county_id = :county and f.state = 'OPEN' and f.deadline <= :now limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private int expire(CountyId county, ServiceSheet order, Instant now) {
        var late = rows.of(county, order.id(), OfferState.OPEN).stream()
                .filter(offer -> !now.isBefore(offer.facts().deadline()))
                .toList();
        late.forEach(
                offer -> moves.move(offer, new OfferCommand.Expire(), null, now).orThrow());
        filling.emptied(county, order, null).orThrow();
        return late.size();
    }
}
