package feiyan.loop.walk;

import feiyan.platform.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What was done and what was refused, by kind, and why. */
final class Tally {

    private static final String DONE = "done";

    private final Map<String, Map<String, LongAdder>> kinds = new ConcurrentHashMap<>();

    static String result(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> DONE;
            case Outcome.Refused<?>(var refusal) -> refusal.code();
        };
    }

    void count(String kind, String result) {
        kinds.computeIfAbsent(kind, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(result, none -> new LongAdder())
                .increment();
    }

    long done(String kind) {
        var done = of(kind).get(DONE);
        return done == null ? 0 : done.sum();
    }

    long refused(String kind) {
        return of(kind).values().stream().mapToLong(LongAdder::sum).sum() - done(kind);
    }

    long all() {
        return kinds.keySet().stream()
                .mapToLong(kind -> done(kind) + refused(kind))
                .sum();
    }

    private Map<String, LongAdder> of(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    List<String> neverDone(Collection<String> expected) {
        return expected.stream().filter(kind -> done(kind) == 0).sorted().toList();
    }

    List<String> neverRefused(Collection<String> expected) {
        return expected.stream().filter(kind -> refused(kind) == 0).sorted().toList();
    }

    @Override
    public String toString() {
        return new TreeMap<>(kinds)
                .keySet().stream()
                        .map(kind ->
                                "%-28s %7d done %7d refused  %s".formatted(kind, done(kind), refused(kind), why(kind)))
                        .collect(Collectors.joining("\n"));
    }

    private String why(String kind) {
        return of(kind).entrySet().stream()
                .filter(each -> !each.getKey().equals(DONE))
                .sorted((one, other) ->
                        Long.compare(other.getValue().sum(), one.getValue().sum()))
                .limit(6)
                .map(each -> each.getKey() + " " + each.getValue().sum())
                .collect(Collectors.joining(", "));
    }
}
