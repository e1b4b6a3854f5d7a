package feiyan.bench.loop;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How long each step took one client: what it waits for between pressing a button and seeing what came of it. */
public final class Watch {

    private final Map<Step, Durations> steps = new EnumMap<>(Step.class);

    private final Consumer<Step> after;

    public Watch() {
        this(step -> {});
    }

    /** @param after told when a step is over */
    Watch(Consumer<Step> after) {
        this.after = after;
        for (var step : Step.values()) {
            steps.put(step, new Durations());
        }
    }

    void step(Step step, Runnable work) {
        timed(step, () -> {
            work.run();
            return step;
        });
    }

    <T> T timed(Step step, Supplier<T> work) {
        long began = System.nanoTime();
        var done = work.get();
        of(step).add(System.nanoTime() - began);
        after.accept(step);
        return done;
    }

    Durations of(Step step) {
        return steps.computeIfAbsent(step, each -> new Durations());
    }

    void add(Watch other) {
        for (var step : Step.values()) {
            of(step).addAll(other.of(step));
        }
    }
}
