package feiyan.messages;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes notices of rows, with what their sentences need: as the order stands now, not as it stood when it was told. */
@Repository
class NoticeBook {

    static final String COLUMNS = "id, kind, order_id, offer_id, begins, reason, at, read_at is null as unread";

    private final OrderHeadlines orders;
    private final ServingStakeholders serving;
    private final Menu menu;
    private final JdbcClient jdbc;

    NoticeBook(OrderHeadlines orders, ServingStakeholders serving, Menu menu, JdbcClient jdbc) {
        this.orders = orders;
        this.serving = serving;
        this.menu = menu;
        this.jdbc = jdbc;
    }

    record Row(
            NoticeId id,
            NoticeKind kind,
            OrderId order,
            @Nullable OfferId offer,
            @Nullable Instant begins,
            @Nullable String reason,
            Instant at,
            boolean unread) {}

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
                row.begins(),
                row.reason(),
                row.at(),
                row.unread());
    }

    static Row row(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", UUID.class);
        return new Row(
                new NoticeId(row.getObject("id", UUID.class)),
                NoticeKind.of(row.getString("kind")),
                new OrderId(row.getObject("order_id", UUID.class)),
                offer == null ? null : new OfferId(offer),
                DbTime.readNullable(row, "begins"),
                row.getString("reason"),
                DbTime.read(row, "at"),
                row.getBoolean("unread"));
    }
}
