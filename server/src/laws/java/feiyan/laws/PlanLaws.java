package feiyan.laws;

import java.util.List;

/** What was sent from a plan is an offer, once; and what people took unasked was theirs to take. */
final class PlanLaws {

    private PlanLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("a line that was sent has its offer: of its order, to its volunteer, at its time", """
                        select l.order_id, l.plan_id, l.number, f.id from plan_line l
                        left join offer f on f.county_id = l.county_id and f.id = l.offer_id
                        where l.state = 'SENT' and (f.id is null
                          or (f.order_id, f.volunteer_id) is distinct from (l.order_id, l.volunteer_id)
                          or (f.proposed_from, f.proposed_to) is distinct from (l.starts, l.ends))
                        """),
                new Law("each offer was sent from one line, and each line once", """
                        select l.order_id, l.offer_id, count(*) from plan_line l where l.state = 'SENT'
                        group by l.county_id, l.order_id, l.offer_id having count(*) > 1
                        union all
                        select l.order_id, l.plan_id, (
                          select count(*) from plan_change c where c.county_id = l.county_id and c.plan_id = l.plan_id
                            and c.line = l.number and c.kind = 'send') as times
                        from plan_line l where (l.state = 'SENT') <> (1 = (
                          select count(*) from plan_change c where c.county_id = l.county_id and c.plan_id = l.plan_id
                            and c.line = l.number and c.kind = 'send'))
                        """),
                new Law(
                        "a plan is what its last change made of it, one stands for a unit, and it is changed no more after",
                        """
                        select null::uuid, p.id, p.version from dispatch_plan p
                        where p.version <> (select count(distinct c.version) from plan_change c
                            where c.county_id = p.county_id and c.plan_id = p.id)
                          or p.state = 'REPLACED' and not exists (select 1 from plan_change c
                            where c.county_id = p.county_id and c.plan_id = p.id and c.version = p.version
                              and c.kind = 'replace')
                          or p.state = 'READY' and exists (select 1 from dispatch_plan other
                            where other.county_id = p.county_id and other.unit_id = p.unit_id and other.id <> p.id
                              and other.state = 'READY')
                        """),
                new Law("nobody takes by themselves what the unit keeps for those it asks", """
                        select f.order_id, f.id, m.at, r.set_at from order_by_request r
                        join offer f on f.county_id = r.county_id and f.order_id = r.order_id
                        join offer_event m on m.county_id = f.county_id and m.offer_id = f.id and m.command = 'make'
                        join offer_event a on a.county_id = f.county_id and a.offer_id = f.id and a.command = 'accept'
                        where m.at = a.at and m.at > r.set_at + interval '1 second'
                        """),
                new Law("what a no taught is of who said it in person", """
                        select f.order_id, c.offer_id, f.state from taken_change c
                        join offer f on f.county_id = c.county_id and f.id = c.offer_id
                        where f.state <> 'DECLINED' or f.volunteer_id is distinct from c.person_id
                        """));
    }
}
