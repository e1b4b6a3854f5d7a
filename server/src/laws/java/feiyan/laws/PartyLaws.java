package feiyan.laws;

import java.util.List;

/** Who may see an order because they are asked, lead or come: nobody else, and nobody longer than that. */
final class PartyLaws {

    private PartyLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("asked is who has an open offer, in person or as the team's leader", """
                        with asked as (
                          select f.county_id, f.order_id, coalesce(f.volunteer_id, t.leader_id) as person_id from offer f
                          left join team t on t.county_id = f.county_id and t.id = f.team_id
                          where f.state = 'OPEN')
                        select order_id, person_id, 'may see' from order_party p
                        where part = 'OFFERED' and (county_id, order_id, person_id) not in (select * from asked)
                        union all
                        select order_id, person_id, 'may not see' from asked a
                        where not exists (select 1 from order_party p where p.county_id = a.county_id
                          and p.order_id = a.order_id and p.person_id = a.person_id and p.part = 'OFFERED')
                        """),
                new Law("seated is who has a seat of this round", """
                        select p.order_id, p.person_id, 'may see' from order_party p
                        where p.part = 'SEAT' and not exists (
                          select 1 from seat s where s.county_id = p.county_id and s.order_id = p.order_id
                            and s.volunteer_id = p.person_id and s.state in ('TAKEN', 'PRESENT', 'SERVED'))
                        union all
                        select s.order_id, s.volunteer_id, 'may not see' from seat s
                        where s.state in ('TAKEN', 'PRESENT') and not exists (
                          select 1 from order_party p where p.county_id = s.county_id and p.order_id = s.order_id
                            and p.person_id = s.volunteer_id and p.part = 'SEAT')
                        """),
                new Law("a leader is who leads a team that has the order", """
                        with led as (
                          select f.county_id, f.order_id, t.leader_id from offer f
                          join team t on t.county_id = f.county_id and t.id = f.team_id
                          join service_order o on o.county_id = f.county_id and o.id = f.order_id
                            and o.state in ('OFFERED', 'ACCEPTED', 'IN_SERVICE')
                          where f.state = 'ACCEPTED')
                        select p.order_id, p.person_id, 'may see' from order_party p
                        join service_order o on o.county_id = p.county_id and o.id = p.order_id
                          and o.state not in ('SERVED', 'CLOSED')
                        where p.part = 'LEADER' and (p.county_id, p.order_id, p.person_id) not in (select * from led)
                        union all
                        select l.order_id, l.leader_id, 'may not see' from led l
                        where not exists (select 1 from order_party p where p.county_id = l.county_id
                          and p.order_id = l.order_id and p.person_id = l.leader_id and p.part = 'LEADER')
                        """));
    }
}
