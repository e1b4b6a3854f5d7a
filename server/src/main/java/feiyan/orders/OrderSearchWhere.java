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
     * These are the orders that can be the reader's at all, of this stretch: for whoever asks by conditions alone there
     * is no index, and of a word a village has a hundredth of the orders that say it. The center's are nearly all there
     * are.
     */
    private static final String REACH = """
            and (exists (select 1 from unit r where r.county_id = :county and r.id = any(:units) and r.tier = 'CENTER')
              %s or o.id in (
                select e.order_id from unit_within w
                join order_event e on e.county_id = :county and e.unit_id = w.unit_id
                  and e.order_id >= :since and e.order_id < :before
                where w.county_id = :county and w.ancestor_id = any(:units)
                union
                select q.id from service_order q where q.county_id = :county and q.requester_id = :person
                union
                select q.id from service_order q
                where q.county_id = :county and q.placed_by = :person and q.id >= :since and q.id < :before
                union
                select p.order_id from order_party p where p.county_id = :county and p.person_id = :person))
            """;

    /** Whom somebody follows may have asked for much, and there are few who follow: of each order it is seen later. */
    private static final String FOLLOWING = """
            or exists (select 1 from order_follower f
                where f.county_id = :county and f.follower_id = :person and f.withdrawn_at is null)""";

    /** By conditions alone all of the county's orders would be seen later, so theirs are named. */
    private static final String FOLLOWED = """
            or o.id in (
                select q.id from order_follower f
                join service_order q on q.county_id = :county and q.requester_id = f.parent_id
                where f.county_id = :county and f.follower_id = :person and f.withdrawn_at is null)""";

    /** In the words of the index, which knows an id by its first four digits. */
    private static final String IN_STRETCH =
            "and array[s.county_id::text || '.' || left(s.order_id::text, 4)] && cast(:stretch as text[]) ";

    private final OrderSearchTokens tokens;
    private final InstantSource time;

    OrderSearchWhere(OrderSearchTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    /** @param given what stands in the statement, and what it puts there */
    String wanted(
            CountyId county,
            OrderSearchCriteria criteria,
            SearchStretches.Stretch stretch,
            Map<String, @Nullable Object> given) {
        given.put("since", stretch.since());
        given.put("before", stretch.before());
        var lookedUp =
                criteria.searchWords().stream().filter(SearchWord::isLookedUp).toList();
        if (lookedUp.isEmpty()) {
            return "where o.county_id = :county and o.id >= :since and o.id < :before " + REACH.formatted(FOLLOWED)
                    + conditions(criteria, given);
        }
        return listed(inStretch(county, stretch, given) + saying(county, lookedUp, given))
                + REACH.formatted(FOLLOWING)
                + conditions(criteria, given);
    }

    /**
     * As a list first: a planner takes half a percent of all orders for few, and would read every order of the county
     * to find them. Which orders have a word is asked of the index for a stretch of time alone, and for all times only
     * where the word is rare enough for that.
     */
    private static String listed(String which) {
        return """
                where o.county_id = :county and o.id >= :since and o.id < :before
                  and o.id = any(array(select s.order_id from order_search s
                    where s.county_id = :county %s))
                """.formatted(which);
    }

    private static String inStretch(
            CountyId county, SearchStretches.Stretch stretch, Map<String, @Nullable Object> given) {
        if (stretch.isWhole()) {
            return "";
        }
        given.put(
                "stretch",
                stretch.beginnings().stream()
                        .map(digits -> county.value() + "." + digits)
                        .toArray(String[]::new));
        return IN_STRETCH;
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
            sql.append(' ')
                    .append(forPhone(words.get(word), "phone" + word, given))
                    .append(") ");
        }
        return sql.toString();
    }

    /** A whole number is also a way, of the words themselves: they know it by its key. */
    private String forPhone(SearchWord word, String name, Map<String, @Nullable Object> given) {
        var key = tokens.phoneKey(word);
        if (key.isEmpty()) {
            return "";
        }
        given.put(name, key.get());
        return """
                or s.order_id = any(array(select k.order_id from order_words k
                  where k.county_id = :county and k.phone_key = :%s and k.order_id >= :since and k.order_id < :before))
                """.formatted(name);
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
