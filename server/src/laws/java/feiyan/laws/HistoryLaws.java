package feiyan.laws;

import java.util.List;
import java.util.stream.Stream;

/** Everything is its last event, and each history is a legal walk without a gap. */
final class HistoryLaws {

    private HistoryLaws() {}

    static List<Law> all() {
        var each = Graph.all().stream().flatMap(HistoryLaws::of);
        return Stream.concat(each, Stream.of(whoActed())).toList();
    }

    private static Stream<Law> of(Graph.Subject subject) {
        return Stream.of(lastEvent(subject), withoutGap(subject), legal(subject));
    }

    private static Law lastEvent(Graph.Subject subject) {
        return law(subject, "each %s is what its last event says", """
                select %2$s, o.id, o.version, o.state from %1$s o
                where not exists (
                  select 1 from %3$s e where e.county_id = o.county_id and e.%4$s = o.id
                    and e.version = o.version and e.to_state = o.state)
                  or o.version <> (
                    select count(*) from %3$s e where e.county_id = o.county_id and e.%4$s = o.id)
                """);
    }

    /** The moment is read before a row's lock is waited for: of two at once the later may be earlier by that much. */
    private static Law withoutGap(Graph.Subject subject) {
        return law(subject, "the history of each %s goes on where it stood, and forward in time", """
                select %2$s, h.* from (
                  select e.county_id, e.%4$s, e.version, e.from_state, e.at,
                    lag(e.version, 1, 0) over story as before, lag(e.to_state, 1, 'NEW') over story as stood,
                    lag(e.at, 1, e.at) over story as earlier
                  from %3$s e window story as (partition by e.county_id, e.%4$s order by e.version)) h
                join %1$s o on o.county_id = h.county_id and o.id = h.%4$s
                where h.version <> h.before + 1 or h.from_state <> h.stood or h.at < h.earlier - interval '1 second'
                """);
    }

    private static Law legal(Graph.Subject subject) {
        return law(subject, "the history of each %s is a walk on the domain's graph", """
                select %2$s, e.version, e.from_state, e.command, e.to_state from %3$s e
                join %1$s o on o.county_id = e.county_id and o.id = e.%4$s
                where (e.from_state, e.command, e.to_state) not in (values
                """ + subject.values() + ")");
    }

    private static Law law(Graph.Subject subject, String says, String sql) {
        var order = subject.table().equals("service_order") ? "o.id" : "o.order_id";
        return new Law(
                says.formatted(subject.table()),
                sql.formatted(subject.table(), order, subject.events(), subject.key()));
    }

    /** The twin in the other county may have the same id: whoever acts there was not heard here. */
    private static Law whoActed() {
        return new Law("whoever acted on an order lives in its county", """
                select e.order_id, e.version, e.command, e.actor_id from order_event e
                where e.actor_id is not null and not exists (
                  select 1 from person p where p.county_id = e.county_id and p.id = e.actor_id)
                """);
    }
}
