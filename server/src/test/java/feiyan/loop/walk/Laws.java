package feiyan.loop.walk;

import feiyan.laws.Graph;
import feiyan.laws.Law;
import feiyan.laws.LawBook;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at both counties whole, by SQL of its own, while everybody holds still. */
final class Laws {

    private static final String STORY = """
            select concat_ws(' ', e.at, e.county_id, what, e.id, from_state, command, to_state, reason, e.who) from (
              select at, county_id, version, 'order' as what, order_id as id, from_state, command, to_state, reason,
                actor_id as who
              from order_event where order_id = :order
              union all select e.at, e.county_id, e.version, 'offer', e.offer_id, from_state, command, to_state, reason,
                f.volunteer_id
              from offer_event e join offer f on f.county_id = e.county_id and f.id = e.offer_id
              where f.order_id = :order
              union all select e.at, e.county_id, e.version, 'seat', e.seat_id, from_state, command, to_state, reason,
                s.volunteer_id
              from seat_event e join seat s on s.county_id = e.county_id and s.id = e.seat_id
              where s.order_id = :order) e
            order by e.county_id, e.at, what, e.version
            """;

    private static final int SHOWN = 5;
    private static final int ROWS_A_PAGE = 1000;

    private final JdbcClient db;
    private final World world;
    private final Map<CountyId, OutboxCursor> cursors = new HashMap<>();
    private final Map<CountyId, Set<UUID>> read = new HashMap<>();

    Laws(DataSource own, World world) {
        this.db = JdbcClient.create(own);
        this.world = world;
    }

    /** All that is broken is said at once: one fault often breaks several. */
    void hold() {
        db.sql("analyze").update();
        var broken = LawBook.all().stream().flatMap(this::broken).toList();
        if (!broken.isEmpty()) {
            throw new Breach(
                    broken.stream().map(Breach::getMessage).collect(Collectors.joining("\n")),
                    broken.stream().flatMap(each -> each.orders().stream()).toList());
        }
        world.towns().forEach(town -> everyRowIsReadOnce(town.county()));
    }

    Stream<Breach> broken(Law law) {
        var orders = new ArrayList<OrderId>();
        var found = new ArrayList<String>();
        db.sql(law.breaches() + " limit " + SHOWN).query(row -> {
            var order = row.getObject(1, UUID.class);
            if (order != null) {
                orders.add(new OrderId(order));
            }
            found.add(cells(row));
        });
        return found.isEmpty()
                ? Stream.of()
                : Stream.of(new Breach("not so: " + law.says() + "\n  " + String.join("\n  ", found), orders));
    }

    private static String cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getMetaData().getColumnLabel(i) + "=" + row.getString(i));
        }
        return String.join(" ", cells);
    }

    /** A follower that reads on from where it stood sees each row once, in the order of their transactions. */
    private void everyRowIsReadOnce(CountyId county) {
        var seen = read.computeIfAbsent(county, none -> new HashSet<>());
        var cursor = cursors.getOrDefault(county, OutboxCursor.beginning(county));
        var page = world.the(Outbox.class).after(cursor, ROWS_A_PAGE);
        while (!page.rows().isEmpty()) {
            for (var row : page.rows()) {
                if (!seen.add(row.id())) {
                    throw new Breach("a follower read a row of the outbox twice", new OrderId(row.subject()), null);
                }
            }
            cursor = page.next();
            page = world.the(Outbox.class).after(cursor, ROWS_A_PAGE);
        }
        cursors.put(county, cursor);
        long there = count("select count(*) from outbox where county_id = " + county.value());
        if (there != seen.size()) {
            throw new Breach(
                    "a follower read %d rows of the outbox, there are %d".formatted(seen.size(), there), List.of());
        }
    }

    private long count(String sql) {
        return Objects.requireNonNull(db.sql(sql).query(Long.class).single());
    }

    /** What the tables have of an order, in the order in which it happened. */
    String story(List<OrderId> orders) {
        return orders.isEmpty()
                ? ""
                : String.join(
                        "\n  ",
                        db.sql(STORY)
                                .param("order", orders.getFirst().value())
                                .query(String.class)
                                .list());
    }

    /** Arrows of the domain's graphs on which nothing ever went. */
    List<String> neverTaken() {
        return Graph.all().stream()
                .flatMap(this::neverTaken)
                .filter(arrow -> !Graph.NOBODY_GOES.contains(arrow))
                .toList();
    }

    private Stream<String> neverTaken(Graph.Subject subject) {
        return db
                .sql(
                        "select concat_ws(' ', v.f, v.c, v.t) from (values %s) v (f, c, t) where (v.f, v.c, v.t) not in (select from_state, command, to_state from %s)"
                                .formatted(subject.values(), subject.events()))
                .query(String.class)
                .list()
                .stream()
                .map(arrow -> subject.table() + " " + arrow);
    }

    String counts() {
        var all = new ArrayList<String>();
        for (var table : List.of(
                "service_order",
                "order_event",
                "offer",
                "seat",
                "attendance",
                "attendance_proof",
                "plan_line",
                "taken_change",
                "order_rating",
                "complaint",
                "time_proposal",
                "outbox")) {
            all.add(table + " " + count("select count(*) from " + table));
        }
        return String.join(", ", all);
    }
}
