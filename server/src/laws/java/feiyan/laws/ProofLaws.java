package feiyan.laws;

import java.util.List;

/** A proof without a network is read by people: it makes no minute, moves no seat, and is told where that matters. */
final class ProofLaws {

    private ProofLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("a proof is of a time that had passed, and there are five of a seat at most", """
                        select s.order_id, s.id, count(*) from attendance_proof p
                        join seat s on s.county_id = p.county_id and s.id = p.seat_id
                        group by s.county_id, s.order_id, s.id
                        having count(*) > 5 or bool_or(p.out_at < p.in_at)
                          or bool_or(coalesce(p.out_at, p.in_at) > p.handed_in_at)
                        """),
                new Law("whoever came or left counts from when that was said at the door, whatever a proof says", """
                        select s.order_id, s.id, a.in_at, i.at, a.out_at, o.at from attendance a
                        join seat s on s.county_id = a.county_id and s.id = a.seat_id
                        join seat_event i on i.county_id = s.county_id and i.seat_id = s.id and i.command = 'check_in'
                        left join seat_event o on o.county_id = s.county_id and o.seat_id = s.id
                          and o.command = 'check_out'
                        where a.in_at not between i.at - interval '1 second' and i.at + interval '1 second'
                          or a.out_at not between o.at - interval '1 second' and o.at + interval '1 second'
                        """),
                new Law("the unit is told once of a proof whose seat was given away, and of no other", """
                        select s.order_id, p.id, p.handed_in_at, away.at, t.times from attendance_proof p
                        join seat s on s.county_id = p.county_id and s.id = p.seat_id
                        left join lateral (
                          select min(e.at) as at from seat_event e where e.county_id = s.county_id and e.seat_id = s.id
                            and e.to_state in ('GIVEN_BACK', 'RELEASED', 'NO_SHOW')) away on true
                        left join (
                          select county_id, subject_id, count(*) as times from outbox
                          where kind = 'attendance.proof_after_all' group by county_id, subject_id) t
                          on t.county_id = p.county_id and t.subject_id = p.id
                        where t.times > 1
                          or t.times is null and away.at < p.handed_in_at - interval '1 second'
                          or t.times = 1 and (away.at is null or away.at > p.handed_in_at + interval '1 second')
                        """));
    }
}
