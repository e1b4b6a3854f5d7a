package feiyan.laws;

import java.util.List;

/** Minutes come from who came and went, as it was put right last, and from nothing else. */
final class MinuteLaws {

    private MinuteLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("who is there checked in, who served checked out, nobody else did either", """
                        select s.order_id, s.id, s.state, a.in_at, a.out_at from seat s
                        left join attendance a on a.county_id = s.county_id and a.seat_id = s.id
                        where (s.state in ('PRESENT', 'SERVED')) <> (a.seat_id is not null)
                          or (s.state = 'SERVED') <> (a.out_at is not null)
                        """),
                new Law("an attendance is of its seat's order and volunteer", """
                        select s.order_id, s.id from seat s
                        join attendance a on a.county_id = s.county_id and a.seat_id = s.id
                        where (a.order_id, a.volunteer_id) <> (s.order_id, s.volunteer_id)
                        """),
                new Law("nobody counts before they could come or after they had to go", """
                        select s.order_id, s.id, s.starts, s.ends, a.in_at, a.out_at from seat s
                        join attendance_now a on a.county_id = s.county_id and a.seat_id = s.id
                        where a.in_at < s.starts - interval '1 hour'
                          or a.out_at > greatest(s.ends + interval '2 hours', a.in_at)
                        """),
                new Law("each correction begins with what the one before made of it", """
                        select a.order_id, c.seat_id, c.number from (
                          select c.*, lag(c.number, 1, 0) over story as before, lag(c.new_in) over story as was_in,
                            lag(c.new_out) over story as was_out
                          from attendance_correction c
                          window story as (partition by c.county_id, c.seat_id order by c.number)) c
                        join attendance a on a.county_id = c.county_id and a.seat_id = c.seat_id
                        where c.number <> c.before + 1
                          or (c.old_in, c.old_out) <> (coalesce(c.was_in, a.in_at), coalesce(c.was_out, a.out_at))
                        """),
                new Law("the minutes are those between coming and going, put right or not", """
                        select n.order_id, n.seat_id, n.minutes from attendance_now n
                        join attendance a on a.county_id = n.county_id and a.seat_id = n.seat_id
                        left join lateral (
                          select c.new_in, c.new_out from attendance_correction c
                          where c.county_id = a.county_id and c.seat_id = a.seat_id order by c.number desc limit 1) c
                          on true
                        where n.minutes is distinct from floor(extract(epoch from
                          coalesce(c.new_out, a.out_at) - coalesce(c.new_in, a.in_at)) / 60)::int
                        """),
                new Law("no minute of anybody counts twice", """
                        select a.order_id, b.order_id, a.volunteer_id, a.in_at, a.out_at, b.in_at, b.out_at
                        from attendance_now a
                        join attendance_now b on b.county_id = a.county_id and b.volunteer_id = a.volunteer_id
                          and b.seat_id > a.seat_id and b.in_at < a.out_at and b.out_at > a.in_at
                        """));
    }
}
