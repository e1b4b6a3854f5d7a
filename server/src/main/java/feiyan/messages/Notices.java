package feiyan.messages;

import static java.util.stream.Collectors.toSet;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferHeadline;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.ServingStakeholders;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderHeadline;
import feiyan.orders.OrderHeadlines;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What somebody was told in the app, the latest first; their own and nobody else's. */
@Service
public class Notices {

    public static final int PAGE = 20;

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String COLUMNS = "id, kind, order_id, offer_id, reason, at, read_at is null as unread";

    private final Transactions transactions;
    private final OrderHeadlines orders;
    private final ServingStakeholders serving;
    private final Menu menu;
    private final JdbcClient jdbc;
    private final InstantSource time;

    Notices(
            Transactions transactions,
            OrderHeadlines orders,
            ServingStakeholders serving,
            Menu menu,
            JdbcClient jdbc,
            InstantSource time) {
        this.transactions = transactions;
        this.orders = orders;
        this.serving = serving;
        this.menu = menu;
        this.jdbc = jdbc;
        this.time = time;
    }

    private record Row(
            NoticeId id,
            NoticeKind kind,
            OrderId order,
            @Nullable OfferId offer,
            @Nullable String reason,
            Instant at,
            boolean unread) {}

    /** At most {@value #PAGE}, those told before {@code before}. */
    public List<Notice> latest(Actor actor, @Nullable NoticeId before) {
        var rows = jdbc.sql("select " + COLUMNS + """
                 from notice
                where county_id = :county and person_id = :person and id < :before
                order by id desc limit :page
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("before", before == null ? AFTER_ALL : before.value())
                .param("page", PAGE)
                .query(Notices::row)
                .list();
        return notices(actor.county(), rows);
    }

    public int unread(CountyId county, PersonId person) {
        return jdbc.sql("""
                select count(*) from notice
                where county_id = :county and person_id = :person and read_at is null
                """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Marks one as read, whether or not it was before; the answer says where it leads. */
    public Outcome<Notice> read(Actor actor, NoticeId id) {
        return transactions.write(() -> {
            var rows = jdbc.sql("""
                    update notice set read_at = coalesce(read_at, :now)
                    where county_id = :county and person_id = :person and id = :id
                    returning\s""" + COLUMNS)
                    .param("now", DbTime.of(time.instant()))
                    .param("county", actor.county().value())
                    .param("person", actor.person().value())
                    .param("id", id.value())
                    .query(Notices::row)
                    .list();
            return notices(actor.county(), rows).stream()
                    .findFirst()
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("notice.gone"));
        });
    }

    /** @param upTo the latest that was on the page: what came in since stays unread */
    public Outcome<Integer> readAll(Actor actor, NoticeId upTo) {
        return transactions.write(() -> Outcome.done(jdbc.sql("""
                update notice set read_at = :now
                where county_id = :county and person_id = :person and read_at is null and id <= :upTo
                """)
                .param("now", DbTime.of(time.instant()))
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("upTo", upTo.value())
                .update()));
    }

    private List<Notice> notices(CountyId county, List<Row> rows) {
        var about = orders.of(county, rows.stream().map(Row::order).collect(toSet()));
        var offers = serving.headlines(
                county, rows.stream().map(Row::offer).filter(Objects::nonNull).collect(toSet()));
        var projects = menu.names(
                county,
                about.values().stream()
                        .map(OrderHeadline::project)
                        .filter(Objects::nonNull)
                        .collect(toSet()));
        return rows.stream()
                .map(row -> notice(row, Objects.requireNonNull(about.get(row.order())), offers, projects))
                .toList();
    }

    private static Notice notice(
            Row row, OrderHeadline order, Map<OfferId, OfferHeadline> offers, Map<ProjectId, String> projects) {
        return new Notice(
                row.id(),
                row.kind(),
                order,
                order.project() == null ? null : projects.get(order.project()),
                row.offer() == null ? null : offers.get(row.offer()),
                row.reason(),
                row.at(),
                row.unread());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", UUID.class);
        return new Row(
                new NoticeId(row.getObject("id", UUID.class)),
                NoticeKind.of(row.getString("kind")),
                new OrderId(row.getObject("order_id", UUID.class)),
                offer == null ? null : new OfferId(offer),
                row.getString("reason"),
                DbTime.read(row, "at"),
                row.getBoolean("unread"));
    }
}
