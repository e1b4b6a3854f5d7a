package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
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

    private final JdbcClient jdbc;
    private final OrderWords words;
    private final OrderSearchWhere where;
    private final InstantSource time;

    OrderSearchRows(JdbcClient jdbc, OrderWords words, OrderSearchWhere where, InstantSource time) {
        this.jdbc = jdbc;
        this.words = words;
        this.where = where;
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

    /** What is looked up by words is looked up stretch by stretch; conditions alone are read from the end anyway. */
    List<Candidate> before(Actor actor, OrderSearchCriteria criteria, UUID before, int atMost) {
        SearchStretches.Reading<Candidate> reading =
                (stretch, most) -> read(actor.county(), query(actor, criteria, stretch, most));
        return criteria.searchWords().stream().anyMatch(SearchWord::isLookedUp)
                ? SearchStretches.latest(before, newest(), atMost, reading)
                : reading.read(SearchStretches.all(before), atMost);
    }

    /** No order has a later id, unless its server's clock is ahead of this one's. */
    private UUID newest() {
        return SearchStretches.later(Ids.next(), SearchStretches.first(time.instant()));
    }

    private List<Candidate> read(CountyId county, Query query) {
        var statement = jdbc.sql(query.sql()).params(query.given());
        return statement.query((row, number) -> candidate(county, row)).list();
    }

    /**
     * The inner order by keeps its rows' order: relations are worked out for as many as a page takes, no more. And once
     * for each: a planner would put their words in place of their name, wherever it is asked for.
     */
    Query query(Actor actor, OrderSearchCriteria criteria, SearchStretches.Stretch stretch, int atMost) {
        var given = new HashMap<String, @Nullable Object>();
        given.put("county", actor.county().value());
        given.put("person", actor.person().value());
        given.put("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER));
        given.put("most", atMost);
        var sql = "select " + OrderRows.COLUMNS + """
                , p.name as project, u.name as station, t.need, t.recipient_name, t.phone, found.relations
                from (select o.* from service_order o
                """
                + where.wanted(actor.county(), criteria, stretch, given) + """
                 order by o.id desc offset 0) o
                cross join lateral (select
                """
                + OrderRows.RELATIONS + """
                 as relations offset 0) found
                join unit u on u.county_id = :county and u.id = o.station_id
                left join project p on p.county_id = :county and p.id = o.project_id
                left join order_words t on t.county_id = :county and t.order_id = o.id
                where o.county_id = :county and cardinality(found.relations) > 0
                  and (not o.confidential or found.relations <> array['PATH'])
                order by o.id desc limit :most
                """;
        return new Query(sql, given);
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
