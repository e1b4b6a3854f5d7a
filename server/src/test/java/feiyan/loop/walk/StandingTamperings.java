package feiyan.loop.walk;

import java.util.stream.Stream;

/** Orders and those who are asked or seated for them, out of step. */
final class StandingTamperings {

    private static final String OFFERS = "offer_is_its_last_event";
    private static final String SEATS = "seat_is_its_last_event";

    private StandingTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(waiting(), serving(), times()).flatMap(each -> each);
    }

    private static Stream<Tampering> waiting() {
        var law = "who is asked, seated or waits for a turn is so for an order that still wants somebody";
        return Stream.of(
                Tampering.of(law, "somebody is asked for what is over", offer("OPEN", "f.state <> 'OPEN'", "CLOSED"))
                        .against(OFFERS),
                Tampering.of(
                                law,
                                "somebody is to come to what is over",
                                seat("TAKEN", "SERVED", "not in ('OFFERED', 'ACCEPTED', 'IN_SERVICE')"))
                        .against(SEATS),
                Tampering.of(law, "somebody waits for a turn at what nobody reviewed", """
                        insert into offer_queue (county_id, order_id, rank, volunteer_id, proposed_from, proposed_to,
                          queued_by)
                        select o.county_id, o.id, 99, v.person_id, o.window_from, o.window_to, v.person_id
                        from service_order o join volunteer v on v.county_id = o.county_id
                        where o.state = 'SUBMITTED' order by o.id, v.person_id limit 1
                        """),
                Tampering.of(law, "somebody looks again after what nobody reviewed", """
                        insert into offer_look (county_id, order_id, look_at)
                        select county_id, id, window_from from service_order where state = 'SUBMITTED'
                        order by id limit 1
                        """));
    }

    private static Stream<Tampering> serving() {
        var law = "an order that is offered, agreed or served has somebody for it";
        return Stream.of(
                Tampering.of(
                                "nobody leads or has taken an offer of what is not asked for, not served and not over",
                                "it was called off",
                                offer("ACCEPTED", "f.state not in ('OPEN', 'ACCEPTED')", "CANCELLED"))
                        .against(OFFERS),
                Tampering.of(
                                "whoever is there is there while it is served",
                                "it has not begun",
                                seat("PRESENT", "TAKEN", "= 'ACCEPTED'"))
                        .against(SEATS),
                Tampering.of(law, "nobody was asked", """
                        update service_order set state = 'OFFERED' where (county_id, id) = (
                          select o.county_id, o.id from service_order o where o.state = 'APPROVED' and not exists (
                            select 1 from offer f where f.county_id = o.county_id and f.order_id = o.id)
                          order by o.id limit 1)
                        """).against("order_is_its_last_event"),
                Tampering.of(law, "nobody comes any more", """
                        update seat s set state = 'GIVEN_BACK' where (county_id, order_id) = (
                          select county_id, id from service_order where state = 'ACCEPTED' order by id limit 1)
                          and state = 'TAKEN'
                        """).against(SEATS));
    }

    private static Stream<Tampering> times() {
        var law = "those who come and those who are asked mean the same time, and it is the one agreed";
        return Stream.of(
                Tampering.of(law, "one comes a year later", """
                        update seat set starts = starts + interval '9 years', ends = ends + interval '9 years'
                        where (county_id, id) = (
                          select s.county_id, s.id from seat s
                          join service_order o on o.county_id = s.county_id and o.id = s.order_id
                            and o.state = 'ACCEPTED'
                          where s.state = 'TAKEN' order by s.id limit 1)
                        """),
                Tampering.of(law, "one is asked for an hour longer than is agreed", """
                        update offer set state = 'OPEN', proposed_to = proposed_to + interval '1 hour'
                        where (county_id, id) = (
                          select f.county_id, f.id from offer f
                          join service_order o on o.county_id = f.county_id and o.id = f.order_id
                            and o.state = 'ACCEPTED'
                          where f.state = 'ACCEPTED' order by f.id limit 1)
                        """)
                        .against(OFFERS),
                Tampering.of(law, "two are asked for two times", """
                        update offer g set state = 'OPEN', order_id = f.order_id, proposed_to = f.proposed_to,
                          proposed_from = f.proposed_from - interval '1 hour'
                        from offer f where (f.county_id, f.id, g.county_id, g.id) = (
                          select x.county_id, x.id, y.county_id, y.id from offer x
                          join service_order o on o.county_id = x.county_id and o.id = x.order_id and o.state = 'OFFERED'
                          join offer y on y.county_id = x.county_id and y.order_id <> x.order_id and y.state <> 'OPEN'
                            and not exists (
                              select 1 from offer z where z.county_id = y.county_id and z.order_id = x.order_id
                                and (z.volunteer_id = y.volunteer_id or z.team_id = y.team_id))
                          where x.state = 'OPEN' order by x.id, y.id limit 1)
                        """).against(OFFERS),
                Tampering.of("another time is asked for only where one is agreed", "it is over", """
                        update time_proposal set state = 'OPEN' where (county_id, id) = (
                          select p.county_id, p.id from time_proposal p
                          join service_order o on o.county_id = p.county_id and o.id = p.order_id
                            and o.state in ('SERVED', 'CLOSED', 'CANCELLED', 'APPROVED')
                          order by p.id limit 1)
                        """)
                        .against("proposal_is_its_last_event"));
    }

    private static String offer(String becomes, String which, String order) {
        return """
                update offer set state = '%s' where (county_id, id) = (
                  select f.county_id, f.id from offer f
                  join service_order o on o.county_id = f.county_id and o.id = f.order_id and o.state = '%s'
                  where %s order by f.id limit 1)
                """.formatted(becomes, order, which);
    }

    private static String seat(String becomes, String was, String order) {
        return """
                update seat set state = '%s' where (county_id, id) = (
                  select s.county_id, s.id from seat s
                  join service_order o on o.county_id = s.county_id and o.id = s.order_id and o.state %s
                  where s.state = '%s' order by s.id limit 1)
                """.formatted(becomes, order, was);
    }
}
