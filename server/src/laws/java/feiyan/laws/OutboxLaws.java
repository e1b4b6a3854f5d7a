package feiyan.laws;

import java.util.List;

/** What happened is told once, by the transaction in which it happened, and nothing is told that did not happen. */
final class OutboxLaws {

    private static final String HAPPENED = """
            with happened as (
              select county_id, 'order.' || command as kind, order_id as subject, version, order_id from order_event
              union all select e.county_id, 'offer.' || e.command, e.offer_id, e.version, f.order_id from offer_event e
                join offer f on f.county_id = e.county_id and f.id = e.offer_id
              union all select e.county_id, 'seat.' || e.command, e.seat_id, e.version, s.order_id from seat_event e
                join seat s on s.county_id = e.county_id and s.id = e.seat_id
              union all select e.county_id, 'complaint.' || e.command, e.complaint_id, e.version, c.order_id
                from complaint_event e join complaint c on c.county_id = e.county_id and c.id = e.complaint_id
              union all select e.county_id, 'proposal.' || case e.command when 'make' then 'made'
                  when 'accept' then 'accepted' when 'decline' then 'declined' when 'withdraw' then 'withdrawn'
                  when 'overtake' then 'overtaken' end, e.proposal_id, e.version, p.order_id
                from time_proposal_event e join time_proposal p on p.county_id = e.county_id and p.id = e.proposal_id
              union all select c.county_id, 'attendance.corrected', c.seat_id, c.number, a.order_id
                from attendance_correction c join attendance a on a.county_id = c.county_id and a.seat_id = c.seat_id),
            told as (
              select county_id, kind, subject_id as subject, subject_version as version, count(*) as times from outbox
              where split_part(kind, '.', 1) in ('order', 'offer', 'seat', 'complaint', 'proposal', 'attendance')
                and kind not in ('complaint.overdue', 'attendance.proof_after_all')
              group by 1, 2, 3, 4)
            """;

    private OutboxLaws() {}

    static List<Law> all() {
        return List.of(
                new Law("what happened is told once, and what did not happen is not told", HAPPENED + """
                        select h.order_id, kind, version, t.times from happened h
                        full join told t using (county_id, kind, subject, version)
                        where h.subject is null or t.subject is null or t.times <> 1
                        """),
                new Law("each time to answer a complaint is watched", """
                        select c.order_id, e.complaint_id, e.version from complaint_event e
                        join complaint c on c.county_id = e.county_id and c.id = e.complaint_id
                        where (e.to_state in ('OPEN', 'RAISED')) <> (exists (
                          select 1 from outbox o where o.county_id = e.county_id and o.kind = 'complaint.overdue'
                            and o.subject_id = e.complaint_id and o.subject_version = e.version))
                        """),
                new Law("no message was given up", """
                        select o.subject_id, o.kind, o.attempts from outbox o where o.attempts > 0
                        """));
    }
}
