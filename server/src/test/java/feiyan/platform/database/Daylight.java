package feiyan.platform.database;

import feiyan.platform.AppClock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The hour at which a test's application begins. Nobody is asked at night and offices are closed in the evening, so
 * that what a test sees must not hang on when somebody runs it: it is half past two in the afternoon in China, or
 * {@code -Dfeiyan.test.hour=22:30}. A class that sets {@code feiyan.clock.ahead} itself has its way.
 */
final class Daylight {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String AFTERNOON = "14:30";

    private Daylight() {}

    static PropertySource<?> source() {
        return new MapPropertySource("daylight", Map.of("feiyan.clock.ahead", ahead().toString()));
    }

    /** Always ahead, never back: what was made before the test began stays in its past. */
    private static Duration ahead() {
        var now = new AppClock().instant().atZone(CHINA);
        var then = now.with(LocalTime.parse(System.getProperty("feiyan.test.hour", AFTERNOON)));
        return Duration.between(now, then.isBefore(now) ? then.plusDays(1) : then);
    }
}
