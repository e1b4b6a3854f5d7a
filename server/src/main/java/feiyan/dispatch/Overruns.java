package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who has not come when the time agreed and the county's overrun are over was missed, though nobody says so. */
@Component
public class Overruns {

    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final SeatRows rows;
    private final SeatMoves moves;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Policies policies;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource clock;

    Overruns(
            JdbcClient db,
            SeatRows rows,
            SeatMoves moves,
            ServiceSheets sheets,
            OrderProgress progress,
            Policies policies,
            Tenants tenants,
            Transactions transactions,
            InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.moves = moves;
        this.sheets = sheets;
        this.progress = progress;
        this.policies = policies;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${feiyan.overruns.interval:PT5M}")
    void everywhere() {
        tenants.all().forEach(this::settle);
    }

    /** @return how many seats were missed */
    public int settle(CountyId county) {
        var over = clock.instant().minus(policies.of(county).get(Policy.OVERRUN));
        return overdue(county, over).stream()
                .mapToInt(order -> transactions
                        .write(() -> sheets.holdIfFree(county, order)
                                .map(held -> settle(county, held, over))
                                .orElseGet(() -> Outcome.done(0)))
                        .orThrow())
                .sum();
    }

    /** Of orders in other states than these nobody holds a seat that is still to come. */
    private List<OrderId> overdue(CountyId county, Instant over) {
        return db.sql("""
                select distinct s.order_id from seat s
                where s.county_id = :county and s.state = 'TAKEN' and s.ends < :over limit :most
                """)
                .param("county", county.value())
                .param("over", DbTime.of(over))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private Outcome<Integer> settle(CountyId county, ServiceSheet order, Instant over) {
        if (order.state() == State.OFFERED) {
            // nobody was told to come: see PassedTimes
            return Outcome.done(0);
        }
        var missed = rows.live(county, order.id()).stream()
                .filter(seat ->
                        seat instanceof Seat.Taken && seat.facts().time().to().isBefore(over))
                .toList();
        missed.forEach(seat -> moves.move(seat, new SeatCommand.Miss(null), null, clock.instant())
                .orThrow());
        boolean somebodyStays = !rows.live(county, order.id()).isEmpty();
        return somebodyStays || missed.isEmpty()
                ? Outcome.done(missed.size())
                : nobodyIsLeft(county, order).map(done -> missed.size());
    }

    /** Some came and went, so it was served; or nobody came, and the unit asks others. */
    private Outcome<OrderId> nobodyIsLeft(CountyId county, ServiceSheet order) {
        if (order.state() == State.IN_SERVICE) {
            return progress.finish(county, order.id(), null, "others_missed");
        }
        return order.state() == State.ACCEPTED ? progress.noShow(county, order.id(), null) : Outcome.done(order.id());
    }
}
