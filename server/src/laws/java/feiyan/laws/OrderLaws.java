package feiyan.laws;

import java.util.List;

/** Groups, ratings, deadlines and complaints. */
final class OrderLaws {

    private OrderLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("who waits in a group waits for one that is still to come", """
                        select c.id, c.state, p.id, p.state, p.channel from service_order c
                        join service_order p on p.county_id = c.county_id and p.id = c.parent_id
                        where p.channel <> 'GROUP' or c.channel = 'GROUP'
                          or c.state = 'MERGED' and p.state in ('SERVED', 'CLOSED', 'REFUSED', 'CANCELLED')
                        """),
                new Law("a group is neither rated nor reopened: each child is", """
                        select o.id, e.version, e.command from service_order o
                        join order_event e on e.county_id = o.county_id and e.order_id = o.id
                        where o.channel = 'GROUP' and e.command in ('rate', 'reopen', 'place', 'merge')
                        """),
                new Law("each is served with the group, at the very moment", """
                        select e.order_id, e.at, p.id from order_event e
                        join service_order c on c.county_id = e.county_id and c.id = e.order_id
                        join service_order p on p.county_id = c.county_id and p.id = c.parent_id
                        where e.command = 'served_by_group' and not exists (
                          select 1 from order_event again where again.county_id = e.county_id
                            and again.order_id = e.order_id and again.version > e.version and again.command = 'merge')
                        and not exists (
                          select 1 from order_event g where g.county_id = e.county_id and g.order_id = p.id
                            and g.to_state = 'SERVED' and g.at between e.at - interval '1 second' and e.at)
                        """),
                new Law("whoever waits for somebody has a time until when, and nobody else has", """
                        select o.id, o.state, o.due_at from service_order o
                        where (o.state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE', 'SERVED'))
                          <> (o.due_at is not null)
                        """),
                new Law("what is agreed is due when it ends, what is under way two hours later", """
                        select o.id, o.state, o.due_at, o.agreed_to from service_order o
                        where o.state in ('ACCEPTED', 'IN_SERVICE') and o.due_at is distinct from
                          o.agreed_to + case o.state when 'ACCEPTED' then interval '0' else interval '2 hours' end
                        """),
                new Law("rated is what has a rating of this round, and each round has one at most", """
                        select o.id, o.rated, o.reopened from service_order o
                        where o.rated <> exists (select 1 from order_rating r where r.county_id = o.county_id
                            and r.order_id = o.id and r.round = o.reopened)
                          or exists (select 1 from order_rating r where r.county_id = o.county_id
                            and r.order_id = o.id and r.round > o.reopened)
                          or (select count(*) from order_rating r where r.county_id = o.county_id and r.order_id = o.id)
                            <> (select count(*) from order_event e where e.county_id = o.county_id
                              and e.order_id = o.id and e.command = 'rate')
                        """),
                new Law(
                        "what was not solved comes back twice, not more, and each time after a rating that says so",
                        """
                        select o.id, o.reopened from service_order o
                        where o.reopened > 2 or o.reopened <> (
                          select count(*) from order_event e join order_rating r on r.county_id = e.county_id
                            and r.order_id = e.order_id and not r.solved and r.round < o.reopened and r.at <= e.at
                            and not exists (select 1 from order_event between_them
                              where between_them.county_id = e.county_id and between_them.order_id = e.order_id
                                and between_them.version < e.version and between_them.at > r.at
                                and between_them.command <> 'rate')
                          where e.county_id = o.county_id and e.order_id = o.id and e.command = 'reopen')
                        """),
                new Law("what a unit wrote down was said on the telephone since it was served", """
                        select r.order_id, r.at from order_rating r
                        where r.how = 'CALL_BACK' and not exists (
                          select 1 from order_call c where c.county_id = r.county_id and c.order_id = r.order_id
                            and c.reached and c.at <= r.at + interval '1 second' and c.at >= (
                              select max(e.at) from order_event e where e.county_id = r.county_id
                                and e.order_id = r.order_id and e.to_state = 'SERVED' and e.at <= r.at))
                        """),
                new Law("nobody rates their own work", """
                        select r.order_id, r.rated_by from order_rating r
                        join service_order o on o.county_id = r.county_id and o.id = r.order_id
                        join seat s on s.county_id = r.county_id and s.order_id = r.order_id
                          and s.volunteer_id = r.rated_by and s.state = 'SERVED'
                        where r.rated_by <> o.requester_id and s.ends <= r.at
                          and not exists (select 1 from order_event e where e.county_id = r.county_id
                            and e.order_id = r.order_id and e.command in ('reopen', 'break_off')
                            and e.at >= (select max(v.at) - interval '1 second' from seat_event v
                              where v.county_id = s.county_id and v.seat_id = s.id and v.to_state = 'SERVED'))
                        """),
                new Law("a complaint that waits for a unit has a time until when, and nothing else has", """
                        select c.order_id, c.id, c.state, c.due_at from complaint c
                        where (c.state in ('OPEN', 'RAISED')) <> (c.due_at is not null)
                        """),
                new Law("an upheld complaint took the order up", """
                        select e.order_id, e.version from (
                          select c.county_id, c.order_id, v.version, v.at, v.unit_id from complaint_event v
                          join complaint c on c.county_id = v.county_id and c.id = v.complaint_id
                          where v.command = 'uphold') e
                        where not exists (select 1 from order_event o where o.county_id = e.county_id
                          and o.order_id = e.order_id and o.command = 'appeal_upheld' and o.unit_id = e.unit_id
                          and o.at between e.at - interval '1 second' and e.at)
                        """),
                new Law("no draft is left of what was sent", """
                        select o.id from service_order o
                        join order_draft d on d.county_id = o.county_id and d.id = o.id
                        """));
    }
}
