package feiyan.dispatch.plan;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether somebody would rather have the best so far: asked thousands of times a second, looked up a few times. */
final class StopAsked implements BooleanSupplier {

    private final AtomicBoolean here;
    private final long look;
    private final BooleanSupplier elsewhere;
    private long next = System.nanoTime();

    StopAsked(AtomicBoolean here, Duration look, BooleanSupplier elsewhere) {
        this.here = here;
        this.look = look.toNanos();
        this.elsewhere = elsewhere;
    }

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (!here.get() && now - next >= 0) {
            next = now + look;
            here.set(elsewhere.getAsBoolean());
        }
        return here.get();
    }
}
