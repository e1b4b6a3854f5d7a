package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was before somebody is asked for an order.
 *
 * @param own whose order it is: nobody serves what they ordered or wrote down
 * @param asked who has been asked or lined up for it, has a seat, or gave one back: they are not asked again
 * @param visits of whom to the same requester lately
 */
record History(Set<PersonId> own, Set<PersonId> asked, Map<PersonId, Visits> visits) {

    static final History NONE = new History(Set.of(), Set.of(), Map.of());

    /** How often, and until when the last one was. */
    record Visits(int count, Instant last) {

        Visits and(Visits more) {
            return new Visits(count + more.count, last.isAfter(more.last) ? last : more.last);
        }
    }

    boolean leavesOut(PersonId person) {
        return own.contains(person) || asked.contains(person);
    }

    int visitsOf(PersonId person) {
        var visits = this.visits.get(person);
        return visits == null ? 0 : visits.count();
    }

    /** Who came most often; of two the one who came last. */
    Optional<PersonId> regular() {
        return visits.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<PersonId, Visits> it) ->
                                it.getValue().count())
                        .thenComparing(it -> it.getValue().last())
                        .thenComparing(it -> it.getKey().value()))
                .map(Map.Entry::getKey);
    }
}
