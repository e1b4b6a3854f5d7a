package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.PastOrder;
import feiyan.dispatch.pool.Replayed;
import feiyan.dispatch.pool.Replayed.Given;
import feiyan.orders.OrderId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same orders planned twice.
 *
 * @param changes each seat that would have gone to somebody else, the latest order first
 */
record Comparison(ReplayFigures held, ReplayFigures tried, List<SeatChange> changes) {

    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    static Comparison of(List<PastOrder> orders, Replayed held, Replayed tried) {
        var able = new HashSet<>(held.able());
        able.addAll(tried.able());
        return new Comparison(
                ReplayFigures.of(held, able), ReplayFigures.of(tried, able), changes(orders, held, tried));
    }

    private static List<SeatChange> changes(List<PastOrder> orders, Replayed held, Replayed tried) {
        var before = byOrder(held);
        var after = byOrder(tried);
        return orders.stream()
                .sorted(Comparator.comparing((PastOrder past) -> past.time().from())
                        .reversed()
                        .thenComparing(past -> past.order().id().value()))
                .map(past -> past.order().id())
                .flatMap(
                        id -> changed(id, before.getOrDefault(id, Set.of()), after.getOrDefault(id, Set.of())).stream())
                .toList();
    }

    private static Map<OrderId, Set<PersonId>> byOrder(Replayed replayed) {
        return replayed.given().stream()
                .collect(Collectors.groupingBy(Given::order, Collectors.mapping(Given::volunteer, Collectors.toSet())));
    }

    /** Who goes and who comes, side by side. */
    private static List<SeatChange> changed(OrderId order, Set<PersonId> before, Set<PersonId> after) {
        var gone = List.copyOf(without(before, after));
        var come = List.copyOf(without(after, before));
        var changes = new ArrayList<SeatChange>();
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changes.add(new SeatChange(order, at(gone, i), at(come, i)));
        }
        return changes;
    }

    private static Set<PersonId> without(Set<PersonId> these, Set<PersonId> those) {
        var left = new TreeSet<>(BY_ID);
        left.addAll(these);
        left.removeAll(those);
        return left;
    }

    private static @Nullable PersonId at(List<PersonId> people, int place) {
        return place < people.size() ? people.get(place) : null;
    }
}
