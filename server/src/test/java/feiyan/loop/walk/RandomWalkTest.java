package feiyan.loop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.platform.database.FeiyanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Everybody in two counties does all that can be done, right and wrong, at once, for months; then everybody goes home
 * and only the clock goes on. {@code -Dfeiyan.walk.commands}, {@code -Dfeiyan.walk.seed} and
 * {@code -Dfeiyan.walk.threads} choose how far and which way; with one thread the same seed goes the same way.
 */
@WithoutTwin("two counties of its own live here, and at the end nothing waits for anybody")
@FeiyanTest(properties = "feiyan.jobs=false")
class RandomWalkTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class OneClock {

        @Bean
        @Primary
        WalkClock walkClock() {
            return new WalkClock();
        }
    }

    @Autowired
    private ApplicationContext house;

    @Autowired
    private WalkClock clock;

    @Test
    void whateverPeopleDoTheCountiesStayTrueAndNoOrderIsStuck() {
        try (var log = new LogWatch()) {
            var settings = Settings.ofThisRun();
            var walk = new Walk(house, clock, log, settings);
            walk.go();
            System.out.println(walk.report());
            if (settings.isWhole()) {
                assertThat(walk.missed()).as("what never happened").isEmpty();
            }
        }
    }
}
