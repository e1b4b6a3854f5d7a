package feiyan.dispatch.plan;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lines on their way out: how many, how far it is, and in the end what came of it. */
public final class PlanSend {

    private static final Duration EACH = Duration.ofMillis(250);

    private final CountyId county;
    private final PlanId plan;
    private final UUID id = Ids.next();
    private final int total;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<Sent> end = new CompletableFuture<>();
    private long toldAt = System.nanoTime();

    PlanSend(CountyId county, PlanId plan, int total) {
        this.county = county;
        this.plan = plan;
        this.total = total;
    }

    CountyId county() {
        return county;
    }

    PlanId plan() {
        return plan;
    }

    UUID id() {
        return id;
    }

    public int total() {
        return total;
    }

    /** Of how many it is known what became of them; of the one that was begun last it is not. */
    int done() {
        return Math.max(0, begun.get() - 1);
    }

    boolean isUnderWay() {
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

    /** Each quarter of a second is often enough for a bar, and costs next to nothing. Asked by the sender alone. */
    boolean isTimeToTell() {
        long now = System.nanoTime();
        if (now - toldAt < EACH.toNanos()) {
            return false;
        }
        toldAt = now;
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
