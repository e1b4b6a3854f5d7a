package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the orders that may be what somebody looks for: those with which the reader has something to do, by the very
 * rule by which the order's page opens, the latest first.
 */
@Repository
class OrderSearchRows {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /**
     * Who asks by conditions alone has no index for them: these are the orders that can be the reader's at all. The
     * center's are nearly all there are.
     */
    private static final String REACH = """
            and (exists (select 1 from unit r where r.county_id = :county and r.id = any(:units) and r.tier = 'CENTER')
              or o.id in (
                select e.order_id from unit_within w
                join order_event e on e.county_id = :county and e.unit_id = w.unit_id
                where w.county_id = :county and w.ancestor_id = any(:units)
                union
                select q.id from service_order q where q.county_id = :county and q.requester_id = :person
                union
                select q.id from service_order q where q.county_id = :county and q.placed_by = :person
                union
                select p.order_id from order_party p where p.county_id = :county and p.person_id = :person))
            """;

    private final JdbcClient jdbc;
    private final OrderWords words;
    private final OrderSearchTokens tokens;
    private final InstantSource time;

    OrderSearchRows(JdbcClient jdbc, OrderWords words, OrderSearchTokens tokens, InstantSource time) {
        this.jdbc = jdbc;
        this.words = words;
        this.tokens = tokens;
        this.time = time;
    }

    /**
     * An order that may be meant, its words as far as the reader may see them.
     *
     * @param phone for comparing only, never for the page
     * @param shown whether the reader may see as much as that it exists
     */
    record Candidate(
            boolean shown,
            OrderLine line,
            String project,
            String station,
            @Nullable String recipient,
            @Nullable String phone) {}

    /** A statement with what is given to it. */
    record Query(String sql, Map<String, @Nullable Object> given) {}

    List<Candidate> before(Actor actor, OrderSearchCriteria criteria, UUID before, int atMost) {
        var query = query(actor, criteria, before, atMost);
        return jdbc.sql(query.sql())
                .params(query.given())
                .query((row, number) -> candidate(actor.county(), row))
                .list();
    }

    /** The inner order by keeps its rows' order: relations are worked out for as many as a page takes, no more. */
    Query query(Actor actor, OrderSearchCriteria criteria, UUID before, int atMost) {
        var given = new HashMap<String, @Nullable Object>();
        given.put("county", actor.county().value());
        given.put("person", actor.person().value());
        given.put("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER));
        given.put("before", before);
        given.put("most", atMost);
        var sql = "select * from (select " + OrderRows.COLUMNS + """
                , p.name as project, u.name as station, t.need, t.recipient_name, t.phone,
                """ + OrderRows.RELATIONS + """
                 as relations
                from (select o.* from service_order o
                """
                + wanted(actor.county(), criteria, given) + """
                 order by o.id desc offset 0) o
                join unit u on u.county_id = :county and u.id = o.station_id
                left join project p on p.county_id = :county and p.id = o.project_id
                left join order_words t on t.county_id = :county and t.order_id = o.id) found
                where county_id = :county and cardinality(relations) > 0
                  and (not confidential or relations <> array['PATH'])
                order by id desc limit :most
                """;
        return new Query(sql, given);
    }

    private String wanted(CountyId county, OrderSearchCriteria criteria, Map<String, @Nullable Object> given) {
        var lookedUp =
                criteria.searchWords().stream().filter(SearchWord::isLookedUp).toList();
        var sql = new StringBuilder();
        if (!lookedUp.isEmpty()) {
            sql.append("join order_search s on s.county_id = :county and s.order_id = o.id ");
        }
        sql.append("where o.county_id = :county and o.id < :before ");
        for (int word = 0; word < lookedUp.size(); word++) {
            var ways = tokens.ways(county, lookedUp.get(word));
            for (int way = 0; way < ways.size(); way++) {
                var name = "tokens" + word + "_" + way;
                sql.append(way == 0 ? "and (" : " or ").append("s.tokens @> :" + name);
                given.put(name, ways.get(way));
            }
            sql.append(") ");
        }
        return sql.append(lookedUp.isEmpty() ? REACH : "")
                .append(conditions(criteria, given))
                .toString();
    }

    private String conditions(OrderSearchCriteria criteria, Map<String, @Nullable Object> given) {
        var sql = new StringBuilder(criteria.urgent() ? "and o.urgent " : "");
        if (criteria.overdue()) {
            sql.append("and o.due_at < :now ");
            given.put("now", DbTime.of(time.instant()));
        }
        if (criteria.pile() != null) {
            sql.append("and o.state = any(:states) ");
            given.put(
                    "states", criteria.pile().states().stream().map(State::name).toArray(String[]::new));
        }
        if (criteria.project() != null) {
            sql.append("and o.project_id = :project ");
            given.put("project", criteria.project().value());
        }
        if (criteria.place() != null) {
            sql.append("""
                    and exists (select 1 from unit_within y
                      where y.county_id = :county and y.unit_id = o.station_id and y.ancestor_id = :place)
                    """);
            given.put("place", criteria.place().value());
        }
        return sql.append(days(criteria, given)).toString();
    }

    private static String days(OrderSearchCriteria criteria, Map<String, @Nullable Object> given) {
        var sql = new StringBuilder();
        if (criteria.from() != null) {
            sql.append("and o.placed_at >= :from ");
            given.put("from", DbTime.of(start(criteria.from())));
        }
        if (criteria.to() != null) {
            sql.append("and o.placed_at < :to ");
            given.put("to", DbTime.of(start(criteria.to().plusDays(1))));
        }
        return sql.toString();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }

    private Candidate candidate(CountyId county, ResultSet row) throws SQLException {
        var stored = StoredMapper.map(row, 0);
        var sees = stored.audiences();
        var id = stored.facts().id();
        boolean need = WhoSees.sees(sees, Field.WORDS) == Sight.SHOWN;
        boolean name = WhoSees.sees(sees, Field.RECIPIENT_NAME) == Sight.SHOWN;
        boolean phone = WhoSees.sees(sees, Field.ADDRESS).atLeast(Sight.ON_DEMAND);
        boolean outline = WhoSees.sees(sees, Field.OUTLINE) == Sight.SHOWN;
        var project = row.getString("project");
        return new Candidate(
                outline,
                OrderLines.of(row, need ? words.open(county, "need", id, row.getBytes("need")) : null),
                project == null ? "" : project,
                row.getString("station"),
                name ? words.open(county, "recipient_name", id, row.getBytes("recipient_name")) : null,
                phone ? words.open(county, "phone", id, row.getBytes("phone")) : null);
    }
}
