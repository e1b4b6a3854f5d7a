package feiyan.laws;

import feiyan.platform.Policy;
import java.util.List;

/** Seats, offers and weeks: nobody sits where there is no seat, nobody is at two places, nobody is asked in vain. */
final class ServiceLaws {

    private ServiceLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("no more people than seats, each on a place of their own", """
                        select o.id, o.headcount, count(*), array_agg(s.place) from service_order o
                        join seat s on s.county_id = o.county_id and s.order_id = o.id and s.state in ('TAKEN', 'PRESENT')
                        group by o.county_id, o.id, o.headcount
                        having count(*) > o.headcount or count(distinct s.place) < count(*)
                          or count(distinct s.volunteer_id) < count(*) or max(s.place) > o.headcount
                        """),
                new Law("nobody is at two services at once", """
                        select a.order_id, a.id, b.order_id, b.id, a.starts, a.ends, b.starts, b.ends
                        from seat a
                        join seat b on b.county_id = a.county_id and b.volunteer_id = a.volunteer_id and b.id > a.id
                          and b.starts < a.ends and b.ends > a.starts
                        where a.state in ('TAKEN', 'PRESENT', 'SERVED') and b.state in ('TAKEN', 'PRESENT', 'SERVED')
                        """),
                new Law("whoever is to come to two places has the time to get from one to the other", """
                        select c.first, c.second, c.starts, c.road from (
                          select a.order_id as first, b.order_id as second, a.ends, b.starts,
                            1.3 * 111195 * sqrt(power(p.latitude - o.latitude, 2) + power(
                              (p.longitude - o.longitude) * cos(radians((p.latitude + o.latitude) / 2)), 2)) as road
                          from seat a
                          join seat b on b.county_id = a.county_id and b.volunteer_id = a.volunteer_id
                            and b.order_id <> a.order_id and b.starts >= a.ends and b.starts < a.ends + interval '1 hour'
                          join service_order o on o.county_id = a.county_id and o.id = a.order_id and not o.remote
                          join service_order p on p.county_id = b.county_id and p.id = b.order_id and not p.remote
                          where a.state in ('TAKEN', 'PRESENT') and b.state in ('TAKEN', 'PRESENT')) c
                        where c.road >= 50 and c.starts < c.ends + make_interval(mins => 5 + ceil(c.road / 400)::int)
                        """),
                new Law(
                        "between services of two days everybody has the rest that the law of the county gives",
                        """
                        select a.order_id, b.order_id, a.volunteer_id, a.starts, a.ends, b.starts, b.ends
                        from seat a
                        join seat b on b.county_id = a.county_id and b.volunteer_id = a.volunteer_id
                          and b.order_id <> a.order_id and b.starts > a.starts and b.starts < a.ends + make_interval(mins => %d)
                        where a.state in ('TAKEN', 'PRESENT', 'SERVED') and b.state in ('TAKEN', 'PRESENT', 'SERVED')
                          and (a.starts at time zone 'Asia/Shanghai')::date
                            <> (b.starts at time zone 'Asia/Shanghai')::date
                        """.formatted(
                                Policy.standard().get(Policy.REST_BETWEEN_DAYS).toMinutes())),
                new Law("the week of each volunteer holds the minutes of their seats and no more than its limit", """
                        select null::uuid, w.volunteer_id, w.week, w.booked_minutes, w.limit_minutes, b.minutes
                        from volunteer_week w
                        left join lateral (
                          select coalesce(sum(extract(epoch from s.ends - s.starts) / 60), 0)::int as minutes from seat s
                          where s.county_id = w.county_id and s.volunteer_id = w.volunteer_id
                            and s.state in ('TAKEN', 'PRESENT', 'SERVED')
                            and date_trunc('week', s.starts at time zone 'Asia/Shanghai')::date = w.week) b on true
                        where w.booked_minutes <> b.minutes or w.booked_minutes > w.limit_minutes
                        """),
                new Law("each booked seat counts in a week", """
                        select s.order_id, s.id from seat s
                        where s.state in ('TAKEN', 'PRESENT', 'SERVED') and not exists (
                          select 1 from volunteer_week w where w.county_id = s.county_id
                            and w.volunteer_id = s.volunteer_id
                            and w.week = date_trunc('week', s.starts at time zone 'Asia/Shanghai')::date)
                        """),
                new Law("who is asked, seated or waits for a turn is so for an order that still wants somebody", """
                        select o.id, o.state, x.what from service_order o join (
                          select county_id, order_id, 'offer' as what from offer where state = 'OPEN'
                          union all select county_id, order_id, 'seat' from seat where state in ('TAKEN', 'PRESENT')
                          union all select county_id, order_id, 'queue' from offer_queue
                          union all select county_id, order_id, 'queue' from offer_look) x
                          on x.county_id = o.county_id and x.order_id = o.id
                        where o.state not in ('OFFERED', 'ACCEPTED', 'IN_SERVICE')
                          and not (x.what = 'queue' and o.state = 'APPROVED')
                        """),
                new Law("nobody leads or has taken an offer of what is not asked for, not served and not over", """
                        select o.id, o.state, f.id from service_order o
                        join offer f on f.county_id = o.county_id and f.order_id = o.id and f.state = 'ACCEPTED'
                        where o.state not in ('OFFERED', 'ACCEPTED', 'IN_SERVICE', 'SERVED', 'CLOSED')
                        """),
                new Law("whoever is there is there while it is served", """
                        select o.id, o.state, s.id, s.state from service_order o
                        join seat s on s.county_id = o.county_id and s.order_id = o.id and s.state = 'PRESENT'
                        where o.state <> 'IN_SERVICE'
                        """),
                new Law("an order that is offered, agreed or served has somebody for it", """
                        select o.id, o.state from service_order o
                        where (o.state in ('OFFERED', 'ACCEPTED', 'IN_SERVICE'))
                          and not exists (select 1 from seat s where s.county_id = o.county_id and s.order_id = o.id
                            and s.state in ('TAKEN', 'PRESENT'))
                          and (o.state <> 'OFFERED' or not exists (
                            select 1 from offer f where f.county_id = o.county_id and f.order_id = o.id
                              and f.state in ('OPEN', 'ACCEPTED')))
                        """),
                new Law("those who come and those who are asked mean the same time, and it is the one agreed", """
                        select o.id, o.state, o.agreed_from, o.agreed_to, t.starts, t.ends, t.what from service_order o
                        join (
                          select county_id, order_id, starts, ends, 'seat' as what from seat
                          where state in ('TAKEN', 'PRESENT')
                          union all
                          select county_id, order_id, proposed_from, proposed_to, 'offer' from offer
                          where state = 'OPEN') t on t.county_id = o.county_id and t.order_id = o.id
                        where o.state in ('ACCEPTED', 'IN_SERVICE') and (o.agreed_from, o.agreed_to) <> (t.starts, t.ends)
                          or o.state = 'OFFERED' and exists (
                            select 1 from offer f where f.county_id = o.county_id and f.order_id = o.id
                              and f.state in ('OPEN', 'ACCEPTED') and (f.proposed_from, f.proposed_to) <> (t.starts, t.ends))
                        """),
                new Law("another time is asked for only where one is agreed", """
                        select o.id, o.state, p.id from service_order o
                        join time_proposal p on p.county_id = o.county_id and p.order_id = o.id and p.state = 'OPEN'
                        where o.state <> 'ACCEPTED'
                        """));
    }
}
