package feiyan.loop.walk;

import java.util.stream.Stream;

/** Too many on too few seats, people at two places, weeks that do not add up. */
final class ServiceTamperings {

    /** Two seats on which somebody is to come, of two people to two orders. */
    private static final String PAIR = """
            with pair as (
              select a.county_id, a.order_id, a.id as first, b.id as second, a.place, a.volunteer_id from seat a
              join seat b on b.county_id = a.county_id and b.order_id <> a.order_id
                and b.volunteer_id <> a.volunteer_id and b.state in ('TAKEN', 'PRESENT')
              where a.state in ('TAKEN', 'PRESENT') and not exists (
                select 1 from seat c where c.county_id = b.county_id
                  and (c.order_id, c.volunteer_id) in ((b.order_id, a.volunteer_id), (a.order_id, b.volunteer_id)))
              %s order by a.id, b.id limit 1)
            """;

    /** At places that the walk itself has given them: where none has one, there is no way to look at. */
    private static final String FAR_FROM_EACH_OTHER = """
            and exists (select 1 from service_order o
              join service_order p on p.county_id = o.county_id and p.latitude <> o.latitude and not p.remote
              where o.county_id = a.county_id and o.id = a.order_id and not o.remote and p.id = b.order_id)
            """;

    /** One of them is to come to both, in a year when nobody else comes. */
    private static final String ONE_COMES_TO_BOTH = PAIR.formatted(FAR_FROM_EACH_OTHER) + """
            update seat s set volunteer_id = p.volunteer_id,
              starts = case when s.id = p.first then timestamptz '2040-03-05 %1$s+08' else timestamptz '2040-03-%3$s+08' end,
              ends = case when s.id = p.first then timestamptz '2040-03-05 %2$s+08' else timestamptz '2040-03-%4$s+08' end
            from pair p where s.county_id = p.county_id and s.id in (p.first, p.second)
            """;

    /** Both are to come to one order that wants so many. */
    private static final String BOTH_COME_TO_ONE = PAIR.formatted("") + """
            , wanted as (
              update service_order o set headcount = %d from pair p where o.county_id = p.county_id and o.id = p.order_id)
            update seat s set order_id = p.order_id, %s, starts = '2040-03-05 10:00+08', ends = '2040-03-05 11:00+08'
            from pair p where s.county_id = p.county_id and s.id = p.second
            """;

    private ServiceTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(seats(), people(), weeks()).flatMap(each -> each);
    }

    private static Stream<Tampering> seats() {
        var law = "no more people than seats, each on a place of their own";
        return Stream.of(
                Tampering.of(law, "one more comes than was asked for", bothCome(1, "place = 12")),
                Tampering.of(law, "two sit on one place", bothCome(2, "place = p.place"))
                        .against("seat_one_place"),
                Tampering.of(law, "one sits on two", bothCome(12, "place = 12, volunteer_id = p.volunteer_id"))
                        .against("seat_one_each"),
                Tampering.of(law, "the place is none of this order's", """
                        update seat set place = 12 where (county_id, id) = (
                          select s.county_id, s.id from seat s
                          join service_order o on o.county_id = s.county_id and o.id = s.order_id and o.headcount < 12
                          where s.state in ('TAKEN', 'PRESENT') order by s.id limit 1)
                        """));
    }

    private static String bothCome(int wanted, String how) {
        return BOTH_COME_TO_ONE.formatted(wanted, how);
    }

    private static Stream<Tampering> people() {
        return Stream.of(
                Tampering.of(
                                "nobody is at two services at once",
                                "one begins before the other ends",
                                oneComes("10:00", "11:00", "05 10:59", "05 12:00"))
                        .against("seat_no_overlap"),
                Tampering.of(
                        "whoever is to come to two places has the time to get from one to the other",
                        "there are five minutes for some kilometres",
                        oneComes("10:00", "11:00", "05 11:05", "05 12:00")),
                Tampering.of(
                        "between services of two days everybody has the rest that the law of the county gives",
                        "there is a short night between",
                        oneComes("22:00", "23:00", "06 06:00", "06 07:00")));
    }

    private static String oneComes(String from, String to, String again, String until) {
        return ONE_COMES_TO_BOTH.formatted(from, to, again, until);
    }

    private static Stream<Tampering> weeks() {
        var law = "the week of each volunteer holds the minutes of their seats and no more than its limit";
        return Stream.of(
                Tampering.of(law, "it holds a minute more", """
                        update volunteer_week set booked_minutes = booked_minutes + 1
                        where (county_id, volunteer_id, week) = (
                          select county_id, volunteer_id, week from volunteer_week
                          where booked_minutes < limit_minutes order by volunteer_id, week limit 1)
                        """),
                Tampering.of(law, "it holds more than it may", """
                        update volunteer_week set limit_minutes = booked_minutes - 1
                        where (county_id, volunteer_id, week) = (
                          select county_id, volunteer_id, week from volunteer_week
                          where booked_minutes > 0 order by volunteer_id, week limit 1)
                        """).against("week_not_overfull"),
                Tampering.of("each booked seat counts in a week", "nobody keeps the week", """
                        delete from volunteer_week where (county_id, volunteer_id, week) = (
                          select county_id, volunteer_id, week from volunteer_week
                          where booked_minutes > 0 order by volunteer_id, week limit 1)
                        """));
    }
}
