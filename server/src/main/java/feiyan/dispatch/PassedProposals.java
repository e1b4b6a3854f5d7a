package feiyan.dispatch;

import feiyan.orders.OrderId;
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

/** The other time that somebody asked for has come and nobody answered: the question ends, what was agreed holds. */
@Component
public class PassedProposals {

    /** Why, in the proposal's history and to whoever asked. */
    public static final String REASON = "time_passed";

    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final ProposalRows rows;
    private final ProposalMoves moves;
    private final OrderRounds rounds;
    private final InstantSource clock;

    PassedProposals(JdbcClient db, ProposalRows rows, ProposalMoves moves, OrderRounds rounds, InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.moves = moves;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${feiyan.passed-proposals.interval:PT1M}")
    void everywhere() {
        rounds.everywhere(this::settle);
    }

    /** @return how many questions ended */
    public int settle(CountyId county) {
        var now = clock.instant();
        return rounds.of(county, passed(county, now), held -> settle(county, held.id(), now));
    }

    private List<OrderId> passed(CountyId county, Instant now) {
        return db.sql("""
                select p.order_id from time_proposal p
                where p.county_id = :county and p.state = 'OPEN' and p.starts <= :now
                order by p.starts, p.id limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** As it stands once the order is held: it may have been answered, or another time asked for, meanwhile. */
    private Outcome<Integer> settle(CountyId county, OrderId order, Instant now) {
        return rows.open(county, order)
                .filter(open -> !open.time().from().isAfter(now))
                .map(open -> moves.move(open, new ProposalCommand.Overtake(REASON), null, now)
                        .map(ended -> 1))
                .orElseGet(() -> Outcome.done(0));
    }
}
