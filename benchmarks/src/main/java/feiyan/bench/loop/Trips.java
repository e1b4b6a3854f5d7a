package feiyan.bench.loop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes to the database, while somebody asks; else nothing stands between the product and its driver. */
final class Trips {

    private final LongAdder statements = new LongAdder();
    private final LongAdder all = new LongAdder();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    record Count(long statements, long trips) {

        Count since(Count before) {
            return new Count(statements - before.statements, trips - before.trips);
        }
    }

    boolean isCounting() {
        return counting;
    }

    void count(boolean on) {
        counting = on;
    }

    void statement(String sql) {
        statements.increment();
        all.increment();
        told.add(sql.strip().replaceAll("\\s+", " "));
    }

    /** A commit, a savepoint: no statement of ours, but a way there and back. */
    void other(String name) {
        all.increment();
        told.add("-- " + name);
    }

    /** What went there since somebody asked last. */
    List<String> told() {
        var since = List.copyOf(told);
        told.clear();
        return since;
    }

    Count now() {
        return new Count(statements.sum(), all.sum());
    }
}
