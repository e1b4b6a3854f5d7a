package feiyan.demo;

import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;

/** The demo county for tests of pages that want a county in which a lot is going on. */
@TestComponent
public class DemoWorld {

    private final DemoCounty demo;
    private final AppClock clock;

    DemoWorld(DemoCounty demo, AppClock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    public void load() {
        demo.load(part -> {}).orThrow();
    }

    public CountyId load(Instant now) {
        return clock.at(now, () -> demo.load(part -> {})).orThrow();
    }
}
