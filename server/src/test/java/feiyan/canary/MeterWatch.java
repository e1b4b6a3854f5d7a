package feiyan.canary;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationContext;

/** What the house measures is read by machines of the operator's: no name, tag or description may say whose it is. */
record MeterWatch(ApplicationContext house) {

    void look() {
        house.getBeanProvider(MeterRegistry.class)
                .forEach(registry -> registry.getMeters().stream()
                        .map(Meter::getId)
                        .forEach(meter -> Leaks.lookAt("The measure " + meter.getName(), meter.toString())));
    }
}
