package feiyan.loop.walk;

import java.util.stream.Stream;

/** A county in which all is over but one order: with somebody whose work it is, or with nobody. */
final class LeftoverTamperings {

    private static final String ALL_IS_OVER = "update service_order set state = 'CLOSED', due_at = null";
    private static final String CENTER =
            "unit_id = (select u.id from unit u where u.county_id = o.county_id and u.tier = 'CENTER')";
    private static final String ASKED_BACK = """
            exists (select 1 from order_event e where e.county_id = o.county_id and e.order_id = o.id
              and e.command = 'ask_back')
            """;
    private static final String SOMEBODY_CAME = """
            exists (select 1 from seat s where s.county_id = o.county_id and s.order_id = o.id and s.state = 'SERVED')
            """;
    private static final String ITS_GROUP = "exists (select 1 from service_order p where p.county_id = o.county_id "
            + "and p.id = o.parent_id and p.channel = 'GROUP')";

    /** The step before may have found nothing to take away. */
    private static final String TOUCHED = "update service_order set state = state where state <> 'CLOSED'";

    private LeftoverTamperings() {}

    static Tampering nothing() {
        return Tampering.of("all is over", "the drain has ended", ALL_IS_OVER);
    }

    static Stream<Tampering> stuck() {
        return Stream.of(
                left("OFFERED", "nobody looks whether somebody answers", "due_at = placed_at", "true"),
                left("SUBMITTED", "the clock has not taken it up", "due_at = placed_at, unit_id = station_id", "true"),
                left("SUBMITTED", "the center has no time until when", CENTER, "true"),
                left("RETURNED", "somebody called, and it does not lapse", "due_at = placed_at", ASKED_BACK, """
                        insert into order_call (county_id, id, order_id, at, caller_id, reached)
                        select o.county_id, gen_random_uuid(), o.id, timestamptz '2040-01-01', o.placed_by, false
                        from service_order o where o.state = 'RETURNED'
                        """),
                left("IN_SERVICE", "nobody is there", "due_at = placed_at", "not " + SOMEBODY_CAME, """
                        update seat set state = 'SERVED' where state = 'PRESENT'
                        """, TOUCHED),
                left("MERGED", "its group waits for nobody", "due_at = null", ITS_GROUP));
    }

    static Stream<Tampering> waiting() {
        return Stream.of(
                left("SUBMITTED", "the center is to review it", "due_at = placed_at, " + CENTER, "true"),
                left("RETURNED", "nobody has called yet", "due_at = placed_at", "true", """
                        delete from order_call c using service_order o where o.county_id = c.county_id
                          and o.id = c.order_id and o.state = 'RETURNED'
                        """, TOUCHED),
                left("IN_SERVICE", "somebody is still there", "due_at = placed_at", SOMEBODY_CAME, """
                        update seat s set state = 'PRESENT' from service_order o where o.state = 'IN_SERVICE'
                          and s.county_id = o.county_id and s.order_id = o.id and s.state = 'SERVED'
                        """),
                left("MERGED", "its group is to come", "due_at = null", ITS_GROUP, """
                        update service_order p set due_at = p.placed_at from service_order o
                        where o.state = 'MERGED' and p.county_id = o.county_id and p.id = o.parent_id
                        """));
    }

    private static Tampering left(String state, String wrong, String change, String which, String... further) {
        var one = """
                update service_order o set state = '%s', %s where (county_id, id) = (
                  select o.county_id, o.id from service_order o where %s order by o.id limit 1)
                """.formatted(state, change, which);
        var steps = Stream.concat(Stream.of(ALL_IS_OVER, one), Stream.of(further));
        return Tampering.of("no order is left to nobody", state + ": " + wrong, steps.toArray(String[]::new));
    }
}
