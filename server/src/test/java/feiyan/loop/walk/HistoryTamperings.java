package feiyan.loop.walk;

import feiyan.laws.Graph;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Histories with a hole, a leap, an arrow that nobody drew; the database has a wall of its own against most of them.
 */
final class HistoryTamperings {

    /** How the constraints of each subject are named. */
    private record Walls(String last, String follows, String legal) {}

    private static final Map<String, Walls> WALLS = Map.of(
            "service_order", new Walls("order_is_its_last_event", "event_follows", "event_is_legal"),
            "offer", new Walls("offer_is_its_last_event", "offer_event_follows", "offer_event_is_legal"),
            "seat", new Walls("seat_is_its_last_event", "seat_event_follows", "seat_event_is_legal"),
            "complaint",
                    new Walls("complaint_is_its_last_event", "complaint_event_follows", "complaint_event_is_legal"),
            "time_proposal",
                    new Walls("proposal_is_its_last_event", "proposal_event_follows", "proposal_event_is_legal"));

    private HistoryTamperings() {}

    static Stream<Tampering> all() {
        return Stream.concat(Graph.all().stream().flatMap(HistoryTamperings::of), orders());
    }

    private static Stream<Tampering> of(Graph.Subject subject) {
        return Stream.of(lastEvent(subject), withoutGap(subject), legal(subject))
                .flatMap(each -> each);
    }

    private static Stream<Tampering> lastEvent(Graph.Subject subject) {
        var law = "each %s is what its last event says".formatted(subject.table());
        return Stream.of(
                Tampering.of(law, "a version has no event", sql(subject, """
                        update %1$s set version = version + 1
                        where (county_id, id) = (select county_id, id from %1$s order by id limit 1)
                        """))
                        .against(walls(subject).last()),
                Tampering.of(law, "its state is another", sql(subject, """
                        update %1$s set state = 'ELSEWHERE' where (county_id, id) = (
                          select county_id, id from %1$s where state not in ('OPEN', 'RAISED', 'MERGED')
                          order by id limit 1)
                        """))
                        .against(walls(subject).last()),
                Tampering.of(law, "its last event is there twice", again(subject, 1))
                        .against(walls(subject).follows()));
    }

    private static Stream<Tampering> withoutGap(Graph.Subject subject) {
        var law = "the history of each %s goes on where it stood, and forward in time".formatted(subject.table());
        return Stream.of(
                Tampering.of(law, "versions are left out", again(subject, 7))
                        .against(walls(subject).follows()),
                Tampering.of(law, "it goes on from where it did not stand", ofTheSecond(subject, "from_state = 'AFAR'"))
                        .against(walls(subject).legal(), walls(subject).follows()),
                Tampering.of(
                        law,
                        "an event is older than the one before it",
                        ofTheSecond(subject, "at = at - interval '9 years'")));
    }

    private static Stream<Tampering> legal(Graph.Subject subject) {
        var law = "the history of each %s is a walk on the domain's graph".formatted(subject.table());
        return Stream.of(
                Tampering.of(law, "it went by an arrow that nobody drew", ofTheSecond(subject, "command = 'fly'"))
                        .against(walls(subject).legal()));
    }

    /** The second of two: no third follows it. */
    private static String ofTheSecond(Graph.Subject subject, String change) {
        return sql(subject, """
                update %2$s set @ where (county_id, %3$s, version) = (
                  select o.county_id, o.id, o.version from %1$s o where o.version = 2 order by o.id limit 1)
                """).replace("@", change);
    }

    /** @param later by how many versions */
    private static String again(Graph.Subject subject, int later) {
        return sql(subject, """
                insert into %2$s (county_id, %3$s, version, from_state, command, to_state, at, %4$s)
                select county_id, %3$s, version + @, from_state, command, to_state, at, %4$s from %2$s
                where (county_id, %3$s, version) = (
                  select county_id, %3$s, version from %2$s where from_state <> to_state
                    and (county_id, %3$s, version) in (select county_id, id, version from %1$s where version = 2)
                  order by %3$s limit 1)
                """).replace("@", String.valueOf(later));
    }

    private static String sql(Graph.Subject subject, String sql) {
        boolean hasUnit =
                subject.events().equals("order_event") || subject.events().equals("complaint_event");
        return sql.formatted(
                subject.table(), subject.events(), subject.key(), hasUnit ? "actor_id, unit_id" : "actor_id");
    }

    private static Walls walls(Graph.Subject subject) {
        return Objects.requireNonNull(WALLS.get(subject.table()), subject.table());
    }

    /** A step that the graph allows and that moved nothing passes the database's walls: the law is the only one. */
    private static Stream<Tampering> orders() {
        return Stream.of(
                Tampering.of("each service_order is what its last event says", "an event has moved nothing", """
                        insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                        select county_id, id, version + 1, state, 'approve', 'APPROVED', placed_at, unit_id
                        from service_order where state = 'SUBMITTED' order by id limit 1
                        """),
                Tampering.of(
                        "whoever acted on an order lives in its county", "it was somebody of the other county", """
                update order_event e set actor_id = (
                  select p.id from person p where p.county_id <> e.county_id order by p.id limit 1)
                where (county_id, order_id, version) = (
                  select county_id, order_id, version from order_event where actor_id is not null
                  order by order_id limit 1)
                """));
    }
}
