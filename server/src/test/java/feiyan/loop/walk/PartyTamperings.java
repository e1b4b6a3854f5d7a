package feiyan.loop.walk;

import java.util.stream.Stream;

/** People who may see what they have no part in, or may not see what they have. */
final class PartyTamperings {

    private static final String ASKED = "asked is who has an open offer, in person or as the team's leader";
    private static final String SEATED = "seated is who has a seat of this round";
    private static final String LEADS = "a leader is who leads a team that has the order";

    private PartyTamperings() {}

    static Stream<Tampering> all() {
        return Stream.concat(
                Stream.of(
                        stranger(ASKED, "OFFERED"),
                        stranger(SEATED, "SEAT"),
                        stranger(LEADS, "LEADER"),
                        Tampering.of(ASKED, "somebody asked in person is forgotten", forgotten("OFFERED", """
                                from offer f where f.county_id = p.county_id and f.order_id = p.order_id
                                  and f.volunteer_id = p.person_id and f.state = 'OPEN'
                                """))),
                Stream.of(
                        Tampering.of(ASKED, "a leader asked for the team is forgotten", forgotten("OFFERED", """
                                from offer f join team t on t.county_id = f.county_id and t.id = f.team_id
                                where f.county_id = p.county_id and f.order_id = p.order_id
                                  and t.leader_id = p.person_id and f.state = 'OPEN'
                                """)),
                        Tampering.of(SEATED, "somebody who is to come is forgotten", forgotten("SEAT", """
                                from seat s where s.county_id = p.county_id and s.order_id = p.order_id
                                  and s.volunteer_id = p.person_id and s.state in ('TAKEN', 'PRESENT')
                                """)),
                        Tampering.of(LEADS, "who leads is forgotten", forgotten("LEADER", """
                                from offer f join team t on t.county_id = f.county_id and t.id = f.team_id
                                join service_order o on o.county_id = f.county_id and o.id = f.order_id
                                  and o.state in ('OFFERED', 'ACCEPTED', 'IN_SERVICE')
                                where f.county_id = p.county_id and f.order_id = p.order_id
                                  and t.leader_id = p.person_id and f.state = 'ACCEPTED'
                                """))));
    }

    private static Tampering stranger(String law, String part) {
        return Tampering.of(law, "a stranger has that part", """
                insert into order_party (county_id, order_id, person_id, part, since)
                select o.county_id, o.id, p.id, '%s', o.placed_at from service_order o
                join person p on p.county_id = o.county_id and not exists (
                  select 1 from volunteer v where v.county_id = p.county_id and v.person_id = p.id)
                where o.state = 'APPROVED' order by o.id, p.id limit 1
                """.formatted(part));
    }

    private static String forgotten(String part, String where) {
        return """
                delete from order_party where (county_id, order_id, person_id, part) = (
                  select p.county_id, p.order_id, p.person_id, p.part from order_party p
                  where p.part = '%s' and exists (select 1 %s) order by p.order_id, p.person_id limit 1)
                """.formatted(part, where);
    }
}
