package feiyan.messages;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.OfferHeadline;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.ServingStakeholders;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.ComplaintId;
import feiyan.orders.OrderHeadline;
import feiyan.orders.OrderHeadlines;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes notices of rows, with what their sentences need: as the order stands now, not as it stood when it was told. */
@Repository
class NoticeBook {

    static final String COLUMNS = "id, kind, order_id, offer_id, begins, reason, at,"
            + " read_at is null as unread, complaint_id, follows_id, unit_id, minutes_was, minutes_now";

    /** Nobody reads on of an order whose follower they are no longer, or that became confidential. */
    static final String READABLE = """
             (follows_id is null or exists (
              select 1 from order_following f
              where f.county_id = :county and f.order_id = notice.order_id and f.follower_id = notice.person_id
                and f.parent_id = notice.follows_id))
            """;

    private final OrderHeadlines orders;
    private final ServingStakeholders serving;
    private final Menu menu;
    private final Persons persons;
    private final Units units;
    private final JdbcClient jdbc;

    NoticeBook(
            OrderHeadlines orders,
            ServingStakeholders serving,
            Menu menu,
            Persons persons,
            Units units,
            JdbcClient jdbc) {
        this.orders = orders;
        this.serving = serving;
        this.menu = menu;
        this.persons = persons;
        this.units = units;
        this.jdbc = jdbc;
    }

    record Row(NoticeId id, Content content, Instant at, boolean unread) {}

    /** What the sentences need, each in one query. */
    private record Read(
            Map<OrderId, OrderHeadline> orders,
            Map<ProjectId, String> projects,
            Map<OfferId, OfferHeadline> offers,
            Map<PersonId, String> people,
            Map<UnitId, String> units) {}

    /** Whoever asks has judged that they may be read to whom they belong. */
    Map<NoticeId, Notice> of(CountyId county, Collection<NoticeId> ids) {
        var rows = jdbc.sql("select " + COLUMNS + " from notice where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.stream().map(NoticeId::value).toArray(UUID[]::new))
                .query(NoticeBook::row)
                .list();
        return notices(county, rows).stream().collect(toMap(Notice::id, Function.identity()));
    }

    List<Notice> notices(CountyId county, List<Row> rows) {
        var about = orders.of(county, all(rows, Content::order));
        var projects = about.values().stream()
                .map(OrderHeadline::project)
                .filter(Objects::nonNull)
                .collect(toSet());
        var read = new Read(
                about,
                menu.names(county, projects),
                serving.headlines(county, all(rows, Content::offer)),
                persons.names(county, all(rows, Content::follows)),
                units.names(county, all(rows, Content::unit)));
        return rows.stream().map(row -> notice(row, read)).toList();
    }

    private static <T> Set<T> all(List<Row> rows, Function<Content, @Nullable T> part) {
        var all = new HashSet<T>();
        for (var row : rows) {
            var found = part.apply(row.content());
            if (found != null) {
                all.add(found);
            }
        }
        return all;
    }

    private static Notice notice(Row row, Read read) {
        var told = row.content();
        var order = told.order() == null
                ? null
                : Objects.requireNonNull(read.orders().get(told.order()));
        return new Notice(
                row.id(),
                told.kind(),
                order,
                order == null || order.project() == null
                        ? null
                        : read.projects().get(order.project()),
                told.offer() == null ? null : read.offers().get(told.offer()),
                told.begins(),
                told.reason(),
                told.complaint(),
                told.follows() == null ? null : read.people().getOrDefault(told.follows(), ""),
                told.unit() == null ? null : read.units().get(told.unit()),
                told.minutes(),
                row.at(),
                row.unread());
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new NoticeId(row.getObject("id", UUID.class)),
                content(row),
                DbTime.read(row, "at"),
                row.getBoolean("unread"));
    }

    private static Content content(ResultSet row) throws SQLException {
        var was = row.getObject("minutes_was", Integer.class);
        return new Content(
                NoticeKind.of(row.getString("kind")),
                id(row, "order_id", OrderId::new),
                id(row, "offer_id", OfferId::new),
                DbTime.readNullable(row, "begins"),
                row.getString("reason"),
                id(row, "complaint_id", ComplaintId::new),
                id(row, "follows_id", PersonId::new),
                id(row, "unit_id", UnitId::new),
                was == null ? null : new Minutes(was, row.getInt("minutes_now")));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }
}
