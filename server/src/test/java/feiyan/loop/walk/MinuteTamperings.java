package feiyan.loop.walk;

import java.util.stream.Stream;

/** People who count without having come, longer than they were there, or twice. */
final class MinuteTamperings {

    private MinuteTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(cameAndWent(), whose(), times(), corrections(), minutes())
                .flatMap(each -> each);
    }

    private static Stream<Tampering> cameAndWent() {
        var law = "who is there checked in, who served checked out, nobody else did either";
        return Stream.of(
                Tampering.of(law, "who served never came", """
                        delete from attendance where (county_id, seat_id) = (
                          select a.county_id, a.seat_id from attendance a where a.out_at is not null and not exists (
                            select 1 from attendance_correction c
                            where c.county_id = a.county_id and c.seat_id = a.seat_id)
                          order by a.seat_id limit 1)
                        """),
                Tampering.of(law, "who served never left", one("out_at = null, out_how = null")),
                Tampering.of(law, "who is still there has left", """
                        update seat set state = 'PRESENT' where (county_id, id) = (
                          select s.county_id, s.id from seat s where s.state = 'SERVED' and not exists (
                            select 1 from seat t where t.county_id = s.county_id and t.order_id = s.order_id
                              and t.state in ('TAKEN', 'PRESENT'))
                          order by s.id limit 1)
                        """).against("seat_is_its_last_event"),
                Tampering.of(law, "who is still to come was there", """
                        insert into attendance (county_id, seat_id, order_id, volunteer_id, in_at, in_how)
                        select county_id, id, order_id, volunteer_id, starts, 'CODE' from seat
                        where state = 'TAKEN' order by id limit 1
                        """));
    }

    private static Stream<Tampering> whose() {
        var law = "an attendance is of its seat's order and volunteer";
        return Stream.of(
                Tampering.of(law, "somebody else came", one("""
                        volunteer_id = (select v.person_id from volunteer v
                          where v.county_id = a.county_id and v.person_id <> a.volunteer_id
                          order by v.person_id limit 1)
                        """)),
                Tampering.of(law, "it was at another order", one("""
                        order_id = (select o.id from service_order o
                          where o.county_id = a.county_id and o.id <> a.order_id order by o.id limit 1)
                        """)));
    }

    private static Stream<Tampering> times() {
        var law = "nobody counts before they could come or after they had to go";
        return Stream.of(
                Tampering.of(law, "one came the day before", one("in_at = in_at - interval '1 day'")),
                Tampering.of(law, "one left the day after", """
                        update attendance set out_at = out_at + interval '1 day' where (county_id, seat_id) = (
                          select a.county_id, a.seat_id from attendance a where a.out_at is not null and not exists (
                            select 1 from attendance_correction c
                            where c.county_id = a.county_id and c.seat_id = a.seat_id)
                          order by a.seat_id limit 1)
                        """),
                Tampering.of(
                        law,
                        "one was put right to before they came",
                        corrected("1, a.in_at, a.out_at, a.in_at - interval '1 day'")));
    }

    private static Stream<Tampering> corrections() {
        var law = "each correction begins with what the one before made of it";
        return Stream.of(
                Tampering.of(law, "the first is missing", corrected("2, a.in_at, a.out_at, a.in_at")),
                Tampering.of(
                        law,
                        "it begins with another coming",
                        corrected("1, a.in_at - interval '1 minute', a.out_at, a.in_at")),
                Tampering.of(
                        law,
                        "it begins with another going",
                        corrected("1, a.in_at, a.out_at + interval '1 minute', a.in_at")));
    }

    private static Stream<Tampering> minutes() {
        var law = "the minutes are those between coming and going, put right or not";
        return Stream.of(
                Tampering.of(
                        law,
                        "one more was typed",
                        "alter table attendance alter column minutes drop expression",
                        one("minutes = minutes + 1")),
                Tampering.of("no minute of anybody counts twice", "one was at two places", """
                        update attendance b set volunteer_id = a.volunteer_id, in_at = a.in_at, out_at = a.out_at
                        from attendance a where a.county_id = b.county_id and (b.county_id, a.seat_id, b.seat_id) = (
                          select x.county_id, x.seat_id, y.seat_id from attendance_now x
                          join attendance_now y on y.county_id = x.county_id and y.seat_id > x.seat_id
                            and y.corrections = 0 and y.minutes is not null
                          where x.corrections = 0 and x.minutes > 0 order by x.seat_id, y.seat_id limit 1)
                        """));
    }

    /** Of somebody whose times nobody put right. */
    private static String one(String change) {
        return """
                update attendance a set %s where (county_id, seat_id) = (
                  select n.county_id, n.seat_id from attendance_now n
                  join seat s on s.county_id = n.county_id and s.id = n.seat_id and s.state = 'SERVED'
                  where n.corrections = 0 order by n.seat_id limit 1)
                """.formatted(change);
    }

    /** @param first number, old coming, old going, new coming */
    private static String corrected(String first) {
        return """
                insert into attendance_correction (county_id, seat_id, number, old_in, old_out, new_in, new_out, reason,
                  corrected_by, at)
                select a.county_id, a.seat_id, %s, a.out_at, 'wrong_time', a.volunteer_id, a.out_at
                from attendance a where a.out_at is not null and not exists (
                  select 1 from attendance_correction c where c.county_id = a.county_id and c.seat_id = a.seat_id)
                order by a.seat_id limit 1
                """.formatted(first);
    }
}
