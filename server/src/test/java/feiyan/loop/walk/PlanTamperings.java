package feiyan.loop.walk;

import java.util.stream.Stream;

/** Lines that were sent and not offered, offers of two lines, plans with changes that nobody made. */
final class PlanTamperings {

    private static final String A_LINE = """
            (select county_id, plan_id, number from plan_line where state %s order by plan_id, number limit 1)
            """;

    private PlanTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(offers(), once(), plans(), taken(), taught()).flatMap(each -> each);
    }

    private static Stream<Tampering> offers() {
        var law = "a line that was sent has its offer: of its order, to its volunteer, at its time";
        return Stream.of(
                Tampering.of(law, "the offer is not there", sent("offer_id = gen_random_uuid()"))
                        .against("line_of_offer"),
                Tampering.of(law, "the offer is of another order", sent("""
                        offer_id = (select f.id from offer f where f.county_id = l.county_id
                          and f.order_id <> l.order_id order by f.id limit 1)
                        """)),
                Tampering.of(law, "the offer is somebody else's", sent("""
                        volunteer_id = (select v.person_id from volunteer v where v.county_id = l.county_id
                          and not exists (select 1 from plan_line m where m.county_id = l.county_id
                            and m.plan_id = l.plan_id and m.volunteer_id = v.person_id)
                          order by v.person_id limit 1)
                        """)),
                Tampering.of(law, "the offer is for another time", sent("ends = ends + interval '1 minute'")));
    }

    private static Stream<Tampering> once() {
        var law = "each offer was sent from one line, and each line once";
        return Stream.of(
                Tampering.of(law, "two lines have one offer", """
                        insert into plan_line (county_id, plan_id, number, version, order_id, proposed_id, volunteer_id,
                          starts, ends, state, pinned, terms, cost, visits_before, minutes_this_week, asked_this_week,
                          wished, offer_id)
                        select l.county_id, l.plan_id, 99, l.version, l.order_id, l.proposed_id, v.person_id, l.starts,
                          l.ends, l.state, false, l.terms, 0, 0, 0, 0, false, l.offer_id
                        from plan_line l join volunteer v on v.county_id = l.county_id and not exists (
                          select 1 from plan_line m where m.county_id = l.county_id and m.plan_id = l.plan_id
                            and m.volunteer_id = v.person_id)
                        where l.state = 'SENT' order by l.plan_id, l.number, v.person_id limit 1
                        """, """
                        insert into plan_change (county_id, plan_id, version, line, kind, at)
                        select county_id, plan_id, version, number, 'send', starts from plan_line where number = 99
                        """),
                Tampering.of(law, "a line was sent by nobody", """
                        delete from plan_change where (county_id, plan_id, version, line) = (
                          select county_id, plan_id, version, line from plan_change where kind = 'send'
                          order by plan_id, line limit 1)
                        """),
                Tampering.of(law, "a line was sent twice", change("send", "= 'SENT'")),
                Tampering.of(law, "a line was sent and is not", change("send", "<> 'SENT'")));
    }

    private static Stream<Tampering> plans() {
        var law = "a plan is what its last change made of it, one stands for a unit, and it is changed no more after";
        return Stream.of(
                Tampering.of(law, "a version has no change", """
                        update dispatch_plan set version = version + 1 where (county_id, id) = (
                          select county_id, id from dispatch_plan order by id limit 1)
                        """),
                Tampering.of(law, "two stand for a unit", """
                        update dispatch_plan p set state = 'READY' where (county_id, id) = (
                          select a.county_id, a.id from dispatch_plan a
                          join dispatch_plan b on b.county_id = a.county_id and b.unit_id = a.unit_id
                            and b.state = 'READY'
                          where a.state = 'REPLACED' order by a.id limit 1)
                        """).against("dispatch_plan_one_ready"),
                Tampering.of(law, "it was changed after another stood for it", """
                        update plan_change set kind = 'pin' where (county_id, plan_id, version, line) = (
                          select county_id, plan_id, version, line from plan_change where kind = 'replace'
                          order by plan_id, line limit 1)
                        """));
    }

    private static Stream<Tampering> taken() {
        return Stream.of(Tampering.of(
                "nobody takes by themselves what the unit keeps for those it asks", "it was kept long before", """
                        insert into order_by_request (county_id, order_id, set_by, set_at)
                        select f.county_id, f.order_id, f.volunteer_id, timestamptz '2020-01-01' from offer f
                        join offer_event m on m.county_id = f.county_id and m.offer_id = f.id and m.command = 'make'
                        join offer_event a on a.county_id = f.county_id and a.offer_id = f.id and a.command = 'accept'
                          and a.at = m.at
                        where f.volunteer_id is not null order by f.id limit 1
                        on conflict (county_id, order_id) do update set set_at = excluded.set_at
                        """));
    }

    private static Stream<Tampering> taught() {
        var law = "what a no taught is of who said it in person";
        return Stream.of(
                Tampering.of(law, "it was a yes", taught("f.volunteer_id", "f.state = 'ACCEPTED'")),
                Tampering.of(law, "somebody else had said it", taught("v.person_id", "f.state = 'DECLINED'")));
    }

    private static String taught(String whom, String which) {
        return """
                insert into taken_change (county_id, offer_id, person_id, kind, was, taken_at)
                select f.county_id, f.id, %s, 'LESS_FREE', '', f.made_at from offer f
                join volunteer v on v.county_id = f.county_id and v.person_id <> f.volunteer_id
                where %s and not exists (
                  select 1 from taken_change c where c.county_id = f.county_id and c.offer_id = f.id)
                order by f.id, v.person_id limit 1
                """.formatted(whom, which);
    }

    private static String sent(String change) {
        return "update plan_line l set " + change + " where (county_id, plan_id, number) = "
                + A_LINE.formatted("= 'SENT'");
    }

    private static String change(String kind, String state) {
        return """
                insert into plan_change (county_id, plan_id, version, line, kind, at)
                select l.county_id, l.plan_id, l.version + 100, l.number, '%s', l.starts from plan_line l
                where (l.county_id, l.plan_id, l.number) = %s
                """.formatted(kind, A_LINE.formatted(state));
    }
}
