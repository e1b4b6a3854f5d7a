package feiyan.access;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Those who look and those who do go side by side: a reader holds no row for which a writer waits. Two writers would
 * want the same orders at once, and be told that somebody was faster.
 */
final class TwoLanes {

    private TwoLanes() {}

    static void run(List<Row> rows) throws InterruptedException, ExecutionException {
        var lanes =
                rows.stream().collect(Collectors.groupingBy(row -> row.route().writes()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = threads.invokeAll(
                    lanes.values().stream().map(TwoLanes::lane).toList());
            for (var lane : running) {
                lane.get();
            }
        }
    }

    private static Callable<Boolean> lane(List<Row> rows) {
        return () -> {
            rows.forEach(Row::tryEverybody);
            return true;
        };
    }
}
