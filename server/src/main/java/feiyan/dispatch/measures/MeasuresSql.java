package feiyan.dispatch.measures;

/**
 * The one question behind a unit's measures. It begins at the offers of those days and looks up everything else by key
 * ({@code offset 0} keeps it so): its work grows with the days, not with the county's history. The figures are defined
 * in docs/dispatch.md. Nobody can guess how many rows a list of these days has; two are put together by adding up and
 * not by a join, which at a wrong guess holds each row against each.
 */
final class MeasuresSql {

    private MeasuresSql() {}

    /**
     * The offers that went out, with the order as it is now; and the seats that came of them and were kept. Whoever
     * takes an open seat without being asked offers it to themselves.
     */
    private static final String ASKED = """
            with asked as (
              select f.id, f.order_id, f.volunteer_id, f.state, f.made_at, f.proposed_from, o.headcount,
                o.state as order_state, m.by_self
              from offer f
              cross join lateral (
                select o.unit_id, o.state, o.headcount from order_standing o
                where o.county_id = :county and o.order_id = f.order_id offset 0) o
              cross join lateral (
                select e.actor_id is not distinct from f.volunteer_id as by_self from offer_event e
                where e.county_id = :county and e.offer_id = f.id and e.version = 1 offset 0) m
              where f.county_id = :county and f.made_at >= :from and f.made_at < :until and exists (
                select from unit_within w
                where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = :unit offset 0)),
            kept as (
              select a.order_id, s.volunteer_id, s.minutes
              from asked a
              cross join lateral (
                select s.volunteer_id, (extract(epoch from s.ends - s.starts) / 60)::int as minutes from seat s
                where s.county_id = :county and s.offer_id = a.id and s.state in ('TAKEN', 'PRESENT', 'SERVED')
                offset 0) s
              where a.state = 'ACCEPTED'),
            """;

    /** Orders asked for the first time: how long they took, and whether somebody was there when their time came. */
    private static final String ORDERS = """
            fresh as (
              select a.order_id, min(a.made_at) as asked_first, max(a.proposed_from) as begins,
                max(a.headcount) as headcount, max(a.order_state) as state
              from asked a
              where not exists (
                select from offer e
                where e.county_id = :county and e.order_id = a.order_id and e.made_at < :from offset 0)
              group by a.order_id),
            waited as (
              select extract(epoch from c.at - f.asked_first) / 60 as minutes
              from fresh f
              cross join lateral (
                select min(e.at) as at from order_step e
                where e.county_id = :county and e.order_id = f.order_id and e.command = 'confirm') c
              where c.at is not null),
            due as (
              select max(t.headcount) as headcount, least(max(t.headcount), sum(t.seats)) as held
              from (
                select order_id, headcount, 0 as seats from fresh where begins < :until and state <> 'CANCELLED'
                union all select order_id, null, 1 from kept) t
              group by t.order_id
              having max(t.headcount) is not null),
            """;

    private static final String PEOPLE = """
            loads as (
              select p.volunteer_id, sum(p.minutes)::int as minutes
              from (
                select volunteer_id, 0 as minutes from asked where volunteer_id is not null
                union all select volunteer_id, minutes from kept) p
              group by p.volunteer_id),
            declined as (
              select coalesce(e.reason, '') as reason, count(*)::int as times
              from asked a
              cross join lateral (
                select e.reason from offer_event e
                where e.county_id = :county and e.offer_id = a.id and e.command = 'decline' offset 0) e
              where a.state = 'DECLINED'
              group by 1)
            """;

    static final String ALL = ASKED + ORDERS + PEOPLE + """
            select
              (select count(*) from asked where not by_self) as offers,
              (select count(*) from asked
                where not by_self and state in ('ACCEPTED', 'DECLINED', 'RETURNED')) as answered,
              (select count(*) from asked
                where not by_self and state in ('ACCEPTED', 'DECLINED', 'RETURNED', 'EXPIRED')) as over,
              (select count(*) from kept) as kept,
              (select count(*) from fresh) as orders,
              (select count(*) from fresh where state in ('APPROVED', 'OFFERED')) as waiting,
              (select count(*) from waited) as accepted,
              (select percentile_cont(0.5) within group (order by minutes) from waited) as median_minutes,
              (select percentile_cont(0.9) within group (order by minutes) from waited) as ninth_minutes,
              (select coalesce(sum(headcount), 0) from due) as wanted,
              (select coalesce(sum(held), 0) from due) as held,
              (select coalesce(array_agg(minutes), '{}') from loads) as loads,
              (select coalesce(array_agg(reason order by times desc, reason), '{}') from declined) as reasons,
              (select coalesce(array_agg(times order by times desc, reason), '{}') from declined) as times
            """;
}
