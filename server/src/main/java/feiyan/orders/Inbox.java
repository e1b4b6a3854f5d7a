package feiyan.orders;

import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * A unit's desk: the orders that stand in the subtree of the reader's posts, by pile, the most pressing first. A
 * confidential order lies only on the desk of the unit that has it; above, it is a number.
 */
@Service
public class Inbox {

    public static final int PAGE = 30;

    static final String MINE = """
            exists (
              select 1 from unit_within w
              where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units)
                and (not o.confidential or w.distance = 0))
            """;

    private static final String IN_MY_UNITS = """
            any(array(
              select w.unit_id from unit_within w where w.county_id = :county and w.ancestor_id = any(:units)))""";

    /**
     * Stood in the reader's subtree and stands elsewhere now. Most stand there still, so that is asked first. Of the
     * others each order's own few steps are read ({@code is true} keeps a planner from looking them up unit by unit),
     * and not the steps of all years at those units.
     */
    private static final String PASSED_ON = """
            not o.confidential
            and case when o.unit_id = %1$s then false
              else exists (
                select 1 from order_event e
                where e.county_id = :county and e.order_id = o.id and (e.unit_id = %1$s) is true) end
            """.formatted(IN_MY_UNITS);

    /** What is over has no clock; it comes after all that has one, the latest placed first by its id. */
    private static final Instant NO_CLOCK = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final OrderWords words;
    private final InstantSource time;

    Inbox(JdbcClient jdbc, OrderWords words, InstantSource time) {
        this.jdbc = jdbc;
        this.words = words;
        this.time = time;
    }

    /** Where a page of the pile ended. */
    public record After(@Nullable Instant due, OrderId id) {}

    /** @param overdue how many of them are past their clock */
    public record Count(int all, int overdue) {

        Count plus(Count other) {
            return new Count(all + other.all, overdue + other.overdue);
        }
    }

    /** At most {@value #PAGE} orders of a pile after {@code after}, by their clock. */
    public List<OrderLine> pile(Actor actor, Pile pile, @Nullable After after) {
        return pile == Pile.OVER ? latest(actor, pile, after) : pressing(actor, pile, after);
    }

    private List<OrderLine> pressing(Actor actor, Pile pile, @Nullable After after) {
        var from = after == null || after.due() == null ? Instant.EPOCH : after.due();
        return lines(
                actor,
                pile,
                "and (o.due_at, o.id) > (:due, :id) order by o.due_at, o.id",
                from,
                after == null ? new UUID(0, 0) : after.id().value());
    }

    private List<OrderLine> latest(Actor actor, Pile pile, @Nullable After after) {
        return lines(
                actor,
                pile,
                "and o.id < :id and :due is not null order by o.id desc",
                NO_CLOCK,
                after == null ? new UUID(-1, -1) : after.id().value());
    }

    private List<OrderLine> lines(Actor actor, Pile pile, String position, Instant due, UUID id) {
        return jdbc.sql("select " + OrderLines.COLUMNS + """
                , t.need
                from service_order o
                left join order_words t on t.county_id = o.county_id and t.order_id = o.id and t.county_id = :county
                where o.county_id = :county and o.state = any(:states) and
                """ + (pile == Pile.PASSED_ON ? PASSED_ON : MINE) + position
                        + " limit :page")
                .param("county", actor.county().value())
                .param("states", states(pile))
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("due", DbTime.of(due))
                .param("id", id)
                .param("page", PAGE)
                .query((row, number) -> line(actor, row))
                .list();
    }

    /** How many lie on each pile. */
    public Map<Pile, Count> counts(Actor actor) {
        var counts = new EnumMap<Pile, Count>(Pile.class);
        Arrays.stream(Pile.values()).forEach(pile -> counts.put(pile, new Count(0, 0)));
        count(
                actor,
                MINE,
                (state, more) -> Arrays.stream(Pile.values())
                        .filter(pile -> pile != Pile.PASSED_ON && pile.states().contains(state))
                        .forEach(pile -> counts.merge(pile, more, Count::plus)));
        count(actor, PASSED_ON, (state, more) -> counts.merge(Pile.PASSED_ON, more, Count::plus));
        return counts;
    }

    private void count(Actor actor, String which, BiConsumer<State, Count> add) {
        jdbc.sql("""
                select o.state, count(*) as orders, count(*) filter (where o.due_at < :now) as overdue
                from service_order o
                where o.county_id = :county and o.state <> all('{CLOSED,REFUSED,CANCELLED,MERGED}') and
                """ + which + " group by o.state")
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("now", DbTime.of(time.instant()))
                .query(row -> {
                    add.accept(
                            State.valueOf(row.getString("state")),
                            new Count(row.getInt("orders"), row.getInt("overdue")));
                });
    }

    /** Confidential orders further down in the subtree that the reader cannot see: a count and nothing else. */
    public int hidden(Actor actor) {
        return jdbc.sql("""
                select count(*) from service_order o
                where o.county_id = :county and o.confidential
                  and o.state <> all('{CLOSED,REFUSED,CANCELLED,MERGED}')
                  and not o.unit_id = any(:units)
                  and exists (
                    select 1 from unit_within w
                    where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units))
                """)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .query(Integer.class)
                .single();
    }

    private OrderLine line(Actor actor, ResultSet row) throws SQLException {
        var id = new OrderId(row.getObject("id", UUID.class));
        return OrderLines.of(row, words.open(actor.county(), "need", id, row.getBytes("need")));
    }

    private static String[] states(Pile pile) {
        return pile.states().stream().map(State::name).toArray(String[]::new);
    }
}
