package feiyan.accounts;

import feiyan.platform.DbTime;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away what nobody can use any more, hashes of phones among it. Two instances may do it at once. */
@Component
class Leftovers {

    /** Longer than the longest limit looks back and the longest link lives. */
    private static final Duration KEPT = Duration.ofHours(25);
    /** Nobody's policy lets anybody rest longer. */
    private static final Duration LONGEST_REST =
            Duration.ofDays(Objects.requireNonNull(Policy.RESIDENT_IDLE_DAYS.most()));

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Leftovers(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var before = DbTime.of(clock.instant().minus(KEPT));
        jdbc.sql("delete from sign_in_code where expires_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from throttle where window_start < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from password_reset where expires_at < :before and used_at is null")
                .param("before", before)
                .update();
        jdbc.sql("delete from stay where ended_at < :before or (ended_at is null and seen_at < :forgotten)")
                .param("before", before)
                .param("forgotten", DbTime.of(clock.instant().minus(LONGEST_REST)))
                .update();
        jdbc.sql("delete from known_device where seen_at < :before")
                .param("before", DbTime.of(clock.instant().minus(KnownDevices.KEPT)))
                .update();
    }
}
