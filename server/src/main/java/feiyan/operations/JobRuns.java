package feiyan.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/**
 * When each job of this server last came to its end. How long they take is measured already, as
 * {@code tasks.scheduled.execution}; but what stands still takes no time at all.
 */
@Component
class JobRuns implements ObservationHandler<ScheduledTaskObservationContext> {

    private final InstantSource clock;
    private final ObjectProvider<MeterRegistry> meters;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    JobRuns(InstantSource clock, ObjectProvider<MeterRegistry> meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }

    @Override
    public void onStop(ScheduledTaskObservationContext run) {
        if (run.getError() == null) {
            var job =
                    run.getTargetClass().getSimpleName() + "." + run.getMethod().getName();
            if (ends.put(job, clock.instant()) == null) {
                meters.ifAvailable(registry -> measure(job, registry));
            }
        }
    }

    private void measure(String job, MeterRegistry registry) {
        Gauge.builder(
                        "feiyan.job.last.success",
                        () -> ends.getOrDefault(job, Instant.EPOCH).getEpochSecond())
                .description("When the job last came to its end without a failure, in seconds since 1970")
                .baseUnit("seconds")
                .tag("job", job)
                .register(registry);
    }
}
