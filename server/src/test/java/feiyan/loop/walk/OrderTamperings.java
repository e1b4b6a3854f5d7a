package feiyan.loop.walk;

import java.util.stream.Stream;

/** Groups, deadlines and complaints that do not hang together. */
final class OrderTamperings {

    private static final String LAST = "order_is_its_last_event";

    private OrderTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(groups(), together(), deadlines(), complaints()).flatMap(each -> each);
    }

    private static Stream<Tampering> groups() {
        var law = "who waits in a group waits for one that is still to come";
        return Stream.of(
                Tampering.of(
                        law,
                        "it is no group",
                        order("parent_id = " + another("channel <> 'GROUP'"), "o.state = 'CLOSED'")),
                Tampering.of(law, "a group is in a group", order("parent_id = " + another("channel = 'GROUP'"), """
                                o.channel = 'GROUP' and exists (select 1 from service_order g
                                  where g.county_id = o.county_id and g.channel = 'GROUP' and g.id <> o.id)
                                """)),
                Tampering.of(law, "the group was called off", order("state = 'CANCELLED'", """
                        o.channel = 'GROUP' and exists (select 1 from service_order c where c.county_id = o.county_id
                          and c.parent_id = o.id and c.state = 'MERGED')
                        """))
                        .against(LAST));
    }

    /** The order's graph has none of these arrows at a group's beginning: that is its own wall. */
    private static Stream<Tampering> together() {
        return Stream.concat(
                Stream.of("rate", "reopen", "place", "merge")
                        .map(command -> Tampering.of(
                                        "a group is neither rated nor reopened: each child is",
                                        "it came by " + command,
                                        event(command, "e.command = 'group'"))
                                .against("event_is_legal")),
                Stream.of(Tampering.of(
                                "each is served with the group, at the very moment",
                                "it was served alone",
                                event("served_by_group", """
                                        e.command = 'merge' and exists (
                                          select 1 from service_order o where o.county_id = e.county_id
                                            and o.id = e.order_id and o.version = e.version)
                                        """))
                        .against("event_is_legal")));
    }

    private static Stream<Tampering> deadlines() {
        var waits = "whoever waits for somebody has a time until when, and nobody else has";
        var agreed = "what is agreed is due when it ends, what is under way two hours later";
        return Stream.concat(
                Stream.of("SUBMITTED", "RETURNED", "APPROVED", "OFFERED", "ACCEPTED", "IN_SERVICE", "SERVED")
                        .map(state -> Tampering.of(
                                        waits,
                                        state + " waits for ever",
                                        order("state = '" + state + "'", "o.state = 'CLOSED'"))
                                .against(LAST)),
                Stream.of(
                        Tampering.of(waits, "what is over is due", order("due_at = placed_at", "o.state = 'CLOSED'")),
                        Tampering.of(
                                agreed,
                                "what is agreed is due later",
                                order("due_at = due_at + interval '1 minute'", "o.state = 'ACCEPTED'")),
                        Tampering.of(
                                        agreed,
                                        "what is under way must be over when it ends",
                                        order("state = 'IN_SERVICE'", "o.state = 'ACCEPTED'"))
                                .against(LAST)));
    }

    private static Stream<Tampering> complaints() {
        var law = "a complaint that waits for a unit has a time until when, and nothing else has";
        return Stream.of(
                Tampering.of(law, "it waits for ever", complaint("due_at = null", "in ('OPEN', 'RAISED')"))
                        .against("complaint_check"),
                Tampering.of(
                                law,
                                "it is answered and due",
                                complaint("due_at = opened_at", "not in ('OPEN', 'RAISED')"))
                        .against("complaint_check"),
                Tampering.of("an upheld complaint took the order up", "the order stayed where it was", """
                        update complaint_event set command = 'uphold' where (county_id, complaint_id, version) = (
                          select county_id, complaint_id, version from complaint_event where command = 'open'
                          order by complaint_id limit 1)
                        """)
                        .against("complaint_event_is_legal"),
                Tampering.of("no draft is left of what was sent", "one is left", """
                        insert into order_draft (county_id, id, person_id, version, content, kept_at)
                        select o.county_id, o.id, p.id, 1, '', o.placed_at from service_order o
                        join person p on p.county_id = o.county_id and not exists (
                          select 1 from order_draft d where d.county_id = p.county_id and d.person_id = p.id)
                        where not exists (select 1 from order_draft d where d.county_id = o.county_id and d.id = o.id)
                        order by o.id, p.id limit 1
                        """));
    }

    private static String order(String change, String which) {
        return """
                update service_order s set %s where (county_id, id) = (
                  select o.county_id, o.id from service_order o where %s order by o.id limit 1)
                """.formatted(change, which);
    }

    private static String another(String which) {
        return """
                (select x.id from service_order x where x.county_id = s.county_id and x.id <> s.id and x.%s
                  order by x.id limit 1)
                """.formatted(which);
    }

    private static String event(String command, String which) {
        return """
                update order_event set command = '%s' where (county_id, order_id, version) = (
                  select e.county_id, e.order_id, e.version from order_event e where %s order by e.order_id limit 1)
                """.formatted(command, which);
    }

    private static String complaint(String change, String state) {
        return """
                update complaint set %s where (county_id, id) = (
                  select county_id, id from complaint where state %s order by id limit 1)
                """.formatted(change, state);
    }
}
