package feiyan.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one clock of the application. The demo county and the tests live through ninety days in seconds by moving it for
 * the calls they make; everybody else sees the real time.
 */
@Component
public class AppClock implements InstantSource {

    private static final ScopedValue<Instant> MOVED = ScopedValue.newInstance();

    private final Duration ahead;

    public AppClock() {
        this(Duration.ZERO);
    }

    /** @param ahead of the machine's clock, {@code feiyan.clock.ahead}: to try the product at another hour */
    @Autowired
    AppClock(@Value("${feiyan.clock.ahead:0s}") Duration ahead) {
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return MOVED.isBound() ? MOVED.get() : InstantSource.system().instant().plus(ahead);
    }

    /** Runs {@code work} as if it were {@code at}, on this thread only. */
    public <T> T at(Instant at, Supplier<T> work) {
        return ScopedValue.where(MOVED, at).call(work::get);
    }

    /** Runs {@code work} as if it were {@code at}, on this thread only. */
    public void at(Instant at, Runnable work) {
        ScopedValue.where(MOVED, at).run(work);
    }
}
