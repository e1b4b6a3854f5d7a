package feiyan.loop.walk;

import java.util.stream.Stream;

/** Things that happened and were not told, and tales. */
final class OutboxTamperings {

    private static final String LAW = "what happened is told once, and what did not happen is not told";

    private OutboxTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(kept(), twice(), other()).flatMap(each -> each);
    }

    private static Stream<Tampering> kept() {
        return Stream.of("order", "offer", "seat", "complaint", "proposal", "attendance")
                .map(who -> Tampering.of(LAW, "a step of " + who + " was kept quiet", """
                        delete from outbox where (county_id, id) = (
                          select county_id, id from outbox where split_part(kind, '.', 1) = '%s'
                            and kind not in ('complaint.overdue', 'attendance.proof_after_all') order by id limit 1)
                        """.formatted(who)));
    }

    private static Stream<Tampering> twice() {
        return Stream.of(
                Tampering.of(LAW, "something was told twice", """
                        insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                        select county_id, gen_random_uuid(), kind, subject_id, subject_version, at, not_before from outbox
                        where kind = 'order.approve' order by id limit 1
                        """),
                Tampering.of(LAW, "something was told that never was", """
                        insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                        select county_id, gen_random_uuid(), kind, subject_id, 999, at, not_before from outbox
                        where kind = 'seat.take' order by id limit 1
                        """));
    }

    private static Stream<Tampering> other() {
        var law = "each time to answer a complaint is watched";
        return Stream.of(
                Tampering.of(law, "nobody watches", """
                        delete from outbox where (county_id, id) = (
                          select county_id, id from outbox where kind = 'complaint.overdue' order by id limit 1)
                        """),
                Tampering.of(law, "somebody watches what is answered", """
                        insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                        select county_id, gen_random_uuid(), 'complaint.overdue', complaint_id, version, at, at
                        from complaint_event where to_state not in ('OPEN', 'RAISED') order by complaint_id limit 1
                        """),
                Tampering.of("no message was given up", "one failed once", """
                        update outbox set attempts = 1 where (county_id, id) = (
                          select county_id, id from outbox order by id limit 1)
                        """));
    }
}
