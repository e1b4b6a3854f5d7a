package feiyan.orders;

import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whom a unit calls, since nothing else reached them: for a rating, and for the answer to a question. Only the unit's
 * own staff; the phone is shown to whoever calls, when they call, and that is written down.
 */
@Service
public class CallBacks {

    public static final int PAGE = 30;

    /** Whoever was called in vain this often is left in peace. Ours. */
    private static final int ENOUGH = 3;
    /** Later nobody remembers how it was. Ours. */
    private static final Duration WHILE_IT_IS_FRESH = Duration.ofDays(45);

    /** Who never signs in is called as soon as it is done; whoever does has had the time the rating's clock gives. */
    private static final String FOR_RATING =
            "o.state in ('SERVED', 'CLOSED') and not o.rated and (o.state = 'CLOSED' or not p.signs_in)";

    private static final String FOR_ANSWER = "o.state = 'RETURNED'";

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderWords words;
    private final SensitiveViews views;
    private final Transactions transactions;
    private final InstantSource time;

    CallBacks(
            JdbcClient jdbc,
            OrderRows rows,
            OrderWords words,
            SensitiveViews views,
            Transactions transactions,
            InstantSource time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.words = words;
        this.views = views;
        this.transactions = transactions;
        this.time = time;
    }

    /** Who has not said how it went: first those who cannot do so in the app, those tried in vain last. */
    public List<CallBack> forRating(Actor actor) {
        return list(actor, FOR_RATING, "tries, p.signs_in");
    }

    /** Who was asked something and has not answered; without a call nothing lapses. The clock's next first. */
    public List<CallBack> forAnswer(Actor actor) {
        return list(actor, FOR_ANSWER, "tries");
    }

    /** With a far end, or PostgreSQL takes the last weeks for a third of all years, and plans anew each time. */
    private List<CallBack> list(Actor actor, String which, String order) {
        return jdbc.sql("select " + OrderLines.COLUMNS + """
                , o.version, t.recipient_name, p.signs_in, called.tries, called.last_try, called.spoken
                from service_order o
                join person_reach p on p.county_id = :county and p.person_id = o.requester_id
                left join order_words t on t.county_id = o.county_id and t.order_id = o.id and t.county_id = :county
                cross join lateral (
                  select count(*) filter (where not c.reached) as tries, max(c.at) as last_try,
                    coalesce(bool_or(c.reached), false) as spoken
                  from order_call c
                  where c.county_id = :county and c.order_id = o.id and c.at >= (
                    select max(e.at) from order_event e
                    where e.county_id = :county and e.order_id = o.id
                      and e.to_state in ('SERVED', 'RETURNED'))) called
                where o.county_id = :county and o.unit_id = any(:units) and o.requester_id is not null
                  and o.placed_at > :since and o.placed_at < 'infinity' and called.tries < :enough and
                """ + which + " order by " + order
                        + ", o.due_at nulls last, o.id limit :page")
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("since", DbTime.of(time.instant().minus(WHILE_IT_IS_FRESH)))
                .param("enough", ENOUGH)
                .param("page", PAGE)
                .query((row, number) -> callBack(actor, row))
                .list();
    }

    private CallBack callBack(Actor actor, ResultSet row) throws SQLException {
        var line = OrderLines.of(row, null);
        return new CallBack(
                line,
                row.getInt("version"),
                words.open(actor.county(), "recipient_name", line.id(), row.getBytes("recipient_name")),
                row.getBoolean("signs_in"),
                row.getInt("tries"),
                row.getBoolean("spoken"),
                DbTime.readNullable(row, "last_try"));
    }

    /** For the one who calls now; that it was seen, by whom and for what, is written down. */
    public Outcome<String> phone(Actor actor, OrderId id) {
        return transactions.write(() -> rows.find(actor, id)
                .filter(CallBacks::isToBeCalled)
                .map(order -> Outcome.done(seen(actor, order)))
                .orElseGet(() -> Outcome.refused("order.not_found")));
    }

    private static boolean isToBeCalled(Stored order) {
        return order.relations().contains(Relation.HANDLER)
                && switch (order.state()) {
                    case RETURNED -> true;
                    case SERVED, CLOSED -> !order.facts().rated();
                    case NEW, SUBMITTED, APPROVED, OFFERED, ACCEPTED, IN_SERVICE, MERGED, REFUSED, CANCELLED -> false;
                };
    }

    private String seen(Actor actor, Stored order) {
        var id = order.facts().id().value();
        views.record(actor.county(), actor.person().value(), "service_order", id, Set.of("phone"), "call_back");
        return words.contact(order).phone();
    }
}
