package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the clock does of itself to orders that are due: it escalates what was not reviewed or dispatched in time, ends
 * what was asked back and never answered (after a call), closes what nobody rated. At the center nothing escalates any
 * further: there it shows as overdue until somebody refuses it honestly or resolves it.
 */
@Service
public class OrderClocks {

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final OrderMoves moves;
    private final OrderCalls calls;
    private final Handlers handlers;
    private final JdbcClient jdbc;
    private final InstantSource time;

    OrderClocks(
            Transactions transactions,
            OrderMoves moves,
            OrderCalls calls,
            Handlers handlers,
            JdbcClient jdbc,
            InstantSource time) {
        this.transactions = transactions;
        this.moves = moves;
        this.calls = calls;
        this.handlers = handlers;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Works off at most {@value #AT_ONCE} due orders of a county, each in a transaction of its own, so that one that
     * cannot move does not hold up the others. Two instances may run it at once: the order's version decides.
     *
     * @return how many moved
     */
    public int tick(CountyId county) {
        return (int) due(county).stream()
                .filter(order -> transactions.write(() -> moves.byRule(county, order, null, this::command))
                        instanceof Outcome.Done)
                .count();
    }

    /**
     * Only those with which the clock can do something: whatever stayed would fill each batch and hold up the others.
     * An order at the center is left out by its tier, an unanswered one until somebody has called since the question.
     */
    List<OrderId> due(CountyId county) {
        return jdbc.sql("""
                select o.id from service_order o join unit u on u.county_id = :county and u.id = o.unit_id
                where o.county_id = :county and o.due_at < :now and (
                  (o.state in ('SUBMITTED', 'APPROVED') and u.tier <> 'CENTER')
                  or o.state = 'SERVED'
                  or (o.state = 'RETURNED' and exists (
                    select 1 from order_call c
                    where c.county_id = :county and c.order_id = o.id and c.at >= (
                      select max(e.at) from order_event e
                      where e.county_id = :county and e.order_id = o.id and e.command = 'ask_back'))))
                order by o.due_at, o.id limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(time.instant()))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    private Outcome<Command> command(Stored order) {
        if (order.due() == null || !order.due().isBefore(time.instant())) {
            return Outcome.refused("order.moved_on", order.state().name());
        }
        var facts = order.facts();
        Optional<Command> command = switch (order.state()) {
            case SUBMITTED, APPROVED ->
                handlers.above(facts.county(), facts.unit()).map(above -> new Command.Escalate(above, "overdue"));
            case RETURNED -> Optional.of(new Command.Lapse(calls.sinceAskedBack(facts.county(), facts.id())));
            case SERVED -> Optional.of(new Command.CloseUnrated());
            case NEW, OFFERED, ACCEPTED, IN_SERVICE, CLOSED, MERGED, REFUSED, CANCELLED -> Optional.empty();
        };
        return command.<Outcome<Command>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused("order.not_now", order.state().name(), "tick"));
    }
}
