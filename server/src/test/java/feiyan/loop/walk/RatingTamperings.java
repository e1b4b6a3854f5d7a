package feiyan.loop.walk;

import java.util.stream.Stream;

/** Ratings that nobody gave, and work done again that nobody asked for. */
final class RatingTamperings {

    /** Not solved, and taken up again for it. */
    private static final String REOPENED = """
            select r.county_id, r.order_id, r.round from order_rating r
            join service_order o on o.county_id = r.county_id and o.id = r.order_id and o.reopened > r.round
            where not r.solved order by r.order_id limit 1
            """;

    private RatingTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(rounds(), again(), calls(), own()).flatMap(each -> each);
    }

    private static Stream<Tampering> rounds() {
        var law = "rated is what has a rating of this round, and each round has one at most";
        return Stream.of(
                Tampering.of(law, "nobody rated it", order("rated = true", "not rated")),
                Tampering.of(law, "its rating is not known", order("rated = false", "rated")),
                Tampering.of(law, "a round was rated that is still to come", """
                        insert into order_rating (county_id, order_id, round, solved, how, late, rated_by, at)
                        select county_id, id, reopened + 1, true, 'PAGE', false, placed_by, placed_at from service_order
                        order by id limit 1
                        """),
                Tampering.of(law, "nothing tells of the rating", """
                        update order_event set command = 'close_unrated' where (county_id, order_id, version) = (
                          select county_id, order_id, version from order_event
                          where (from_state, command) = ('SERVED', 'rate') order by order_id limit 1)
                        """));
    }

    private static Stream<Tampering> again() {
        var law = "what was not solved comes back twice, not more, and each time after a rating that says so";
        return Stream.of(
                Tampering.of(law, "it is counted and was not", order("reopened = reopened + 1", "reopened < 2")),
                Tampering.of(law, "it came back three times", order("reopened = 3", "reopened < 3")),
                Tampering.of(law, "it was solved", rating("solved = true", REOPENED)),
                Tampering.of(law, "the rating came after", rating("at = at + interval '9 years'", REOPENED)),
                Tampering.of(law, "the rating is from long before", rating("at = at - interval '9 years'", REOPENED)));
    }

    private static Stream<Tampering> calls() {
        var law = "what a unit wrote down was said on the telephone since it was served";
        return Stream.of(
                Tampering.of(law, "nobody was called", rating("how = 'CALL_BACK'", """
                        select r.county_id, r.order_id, r.round from order_rating r
                        where r.how <> 'CALL_BACK' and not exists (
                          select 1 from order_call c where c.county_id = r.county_id and c.order_id = r.order_id)
                        order by r.order_id limit 1
                        """)),
                Tampering.of(law, "nobody was reached", call("reached = false")),
                Tampering.of(law, "it was said before it was served", call("at = at - interval '9 years'")),
                Tampering.of(law, "it was said after it was written", call("at = at + interval '9 years'")));
    }

    private static Stream<Tampering> own() {
        return Stream.of(Tampering.of("nobody rates their own work", "who served rated it", """
                update order_rating r set rated_by = s.volunteer_id, at = greatest(r.at, s.ends)
                from seat s where (r.county_id, r.order_id, r.round, s.county_id, s.id) = (
                  select x.county_id, x.order_id, x.round, y.county_id, y.id from order_rating x
                  join service_order o on o.county_id = x.county_id and o.id = x.order_id
                  join seat y on y.county_id = x.county_id and y.order_id = x.order_id and y.state = 'SERVED'
                    and y.volunteer_id <> o.requester_id
                  where not exists (select 1 from order_event e where e.county_id = x.county_id
                    and e.order_id = x.order_id and e.command in ('reopen', 'break_off'))
                  order by x.order_id, y.id limit 1)
                """));
    }

    private static String order(String change, String which) {
        return """
                update service_order set %s where (county_id, id) = (
                  select county_id, id from service_order where %s order by id limit 1)
                """.formatted(change, which);
    }

    private static String rating(String change, String which) {
        return "update order_rating set %s where (county_id, order_id, round) = (%s)".formatted(change, which);
    }

    /** All calls about an order that a unit rated by telephone. */
    private static String call(String change) {
        return """
                update order_call set %s where (county_id, order_id) = (
                  select county_id, order_id from order_rating where how = 'CALL_BACK' order by order_id limit 1)
                """.formatted(change);
    }
}
