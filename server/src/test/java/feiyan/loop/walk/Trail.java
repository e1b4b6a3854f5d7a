package feiyan.loop.walk;

import feiyan.orders.OrderId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last that was done or tried on each order, for whoever has to find out why. */
final class Trail {

    private static final int KEPT = 30;

    private final Map<OrderId, Deque<Step>> steps = new ConcurrentHashMap<>();

    /** @param result {@code done}, or the refusal's code */
    record Step(
            long number,
            int thread,
            Instant at,
            String kind,
            String actor,
            @Nullable Facts order,
            int seen,
            String result) {

        @Override
        public String toString() {
            var stood = order == null ? "-" : order.county() + " " + order.state() + " " + order.version();
            return "#%d thread %d %s %s on %s, saw version %d: %s, by %s"
                    .formatted(number, thread, at, kind, stood, seen, result, actor);
        }
    }

    /** What was done stays longer than what was only tried; the newest is never the one to go. */
    void add(OrderId order, Step step) {
        var kept = steps.computeIfAbsent(order, none -> new ArrayDeque<>());
        synchronized (kept) {
            if (kept.size() == KEPT) {
                kept.remove(kept.stream()
                        .filter(old -> !old.result().equals("done"))
                        .findFirst()
                        .orElse(kept.getFirst()));
            }
            kept.addLast(step);
        }
    }

    String of(List<OrderId> orders) {
        return orders.stream().distinct().limit(2).map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(OrderId order) {
        var kept = steps.getOrDefault(order, new ArrayDeque<>());
        synchronized (kept) {
            return kept.stream()
                    .map(Step::toString)
                    .collect(Collectors.joining("\n  ", "Order " + order.value() + ":\n  ", ""));
        }
    }
}
