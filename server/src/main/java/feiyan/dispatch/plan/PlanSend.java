package feiyan.dispatch.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lines on their way out: how many, how far it is, and in the end what came of it. */
public final class PlanSend {

    private final int total;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<Sent> end = new CompletableFuture<>();

    PlanSend(int total) {
        this.total = total;
    }

    public int total() {
        return total;
    }

    /** Of how many it is known what became of them. */
    public int done() {
        return end.isDone() ? total : Math.max(0, begun.get() - 1);
    }

    public boolean isUnderWay() {
        return !end.isDone();
    }

    /** Empty while it is under way, and where it broke off. */
    public Optional<Sent> result() {
        return end.isDone() && !end.isCompletedExceptionally() ? Optional.of(end.join()) : Optional.empty();
    }

    /** Empty where it is not over by then. */
    Optional<Sent> within(Duration patience) {
        return end.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Whether the next line may go. */
    boolean next() {
        if (stopped.get()) {
            return false;
        }
        begun.incrementAndGet();
        return true;
    }

    void stop() {
        stopped.set(true);
    }

    void ended(Sent sent) {
        end.complete(sent);
    }

    void broken(RuntimeException failure) {
        end.completeExceptionally(failure);
    }
}
