package feiyan.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What runs by itself ({@code @Scheduled}): the outbox, the orders' clocks. Tests call the jobs themselves and turn
 * this off ({@code feiyan.jobs=false}).
 */
@Configuration
@EnableScheduling
@ConditionalOnBooleanProperty(name = "feiyan.jobs", matchIfMissing = true)
class Jobs {

    /**
     * A job that is under way when the server stops may finish what it holds. Each run is found by a trace of its own.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setTaskDecorator(Jobs::traced);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        return scheduler;
    }

    private static Runnable traced(Runnable job) {
        return () -> {
            try (var _ = Trace.fresh().open()) {
                job.run();
            }
        };
    }
}
