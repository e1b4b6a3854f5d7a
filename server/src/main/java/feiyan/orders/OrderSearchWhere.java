package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which orders somebody looks for, in the database's words: those that say something, or that are as asked for. */
@Component
class OrderSearchWhere {

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

    /**
     * Of some years there may be thousands: the planner sees which are fewer, those of the years or those that say it.
     */
    private static final String BY_JOIN = """
            join order_search s on s.county_id = :county and s.order_id = o.id
            where o.county_id = :county and o.id >= :since and o.id < :before
              and s.order_id >= :since and s.order_id < :before %s""";

    /**
     * Whoever looks further back than some years has found too few by then. The planner takes half a percent of all
     * orders for few, and would read every order of the county to find them.
     */
    private static final String BY_LIST = """
            where o.county_id = :county and o.id < :before
              and o.id = any(array(select s.order_id from order_search s
                where s.county_id = :county and s.order_id < :before %s))
            """;

    private final OrderSearchTokens tokens;
    private final InstantSource time;

    OrderSearchWhere(OrderSearchTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    /** @param given what stands in the statement, and what it puts there */
    String wanted(CountyId county, OrderSearchCriteria criteria, Map<String, @Nullable Object> given) {
        var lookedUp =
                criteria.searchWords().stream().filter(SearchWord::isLookedUp).toList();
        if (lookedUp.isEmpty()) {
            return "where o.county_id = :county and o.id < :before " + REACH + conditions(criteria, given);
        }
        boolean isRare = SearchStretches.FIRST.equals(given.get("since"));
        return (isRare ? BY_LIST : BY_JOIN).formatted(saying(county, lookedUp, given)) + conditions(criteria, given);
    }

    /** Each word is in an order's tokens, by one of its ways. */
    private String saying(CountyId county, List<SearchWord> words, Map<String, @Nullable Object> given) {
        var sql = new StringBuilder();
        for (int word = 0; word < words.size(); word++) {
            var ways = tokens.ways(county, words.get(word));
            for (int way = 0; way < ways.size(); way++) {
                var name = "tokens" + word + "_" + way;
                sql.append(way == 0 ? "and (" : " or ").append("s.tokens @> :" + name);
                given.put(name, ways.get(way));
            }
            sql.append(") ");
        }
        return sql.toString();
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
}
