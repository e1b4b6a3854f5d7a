package feiyan.loop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job only writes down is heard while somebody listens. */
class LogWatchTest {

    private static final Logger JOB = LoggerFactory.getLogger("feiyan.loop.walk.JobThatFails");

    @Test
    void aWarningIsHeardWithWhatWasThrown() {
        try (var log = new LogWatch()) {
            JOB.warn("order {} failed", 7, new IllegalStateException("no such seat"));
            assertThat(log.heard())
                    .anySatisfy(heard -> assertThat(heard)
                            .startsWith("order 7 failed")
                            .contains("IllegalStateException: no such seat", "LogWatchTest"));
        }
    }

    @Test
    void anErrorIsHeardOrdinaryWordsAreNot() {
        try (var log = new LogWatch()) {
            JOB.info("looked at order 8");
            JOB.error("order 9 failed");
            assertThat(log.heard()).contains("order 9 failed").noneMatch(heard -> heard.contains("order 8"));
        }
    }

    @Test
    void whatOthersWriteIsNotTheHousesAndAfterwardsNobodyListens() {
        var log = new LogWatch();
        LoggerFactory.getLogger("elsewhere").warn("order 10 failed");
        log.close();
        JOB.warn("order 11 failed");
        assertThat(log.heard()).noneMatch(heard -> heard.contains("order 10") || heard.contains("order 11"));
    }
}
