package feiyan.demo;

import org.springframework.boot.test.context.TestComponent;

/** The demo county for tests of pages that want a county in which a lot is going on. */
@TestComponent
public class DemoWorld {

    private final DemoCounty demo;

    DemoWorld(DemoCounty demo) {
        this.demo = demo;
    }

    public void load() {
        demo.load(part -> {}).orThrow();
    }
}
