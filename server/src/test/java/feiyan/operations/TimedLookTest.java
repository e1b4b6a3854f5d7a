package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whoever asks gets an answer, whatever hangs. */
class TimedLookTest {

    @Test
    void aLookThatHangsIsAnsweredInTimeAndNoSecondOneIsBegun() throws Exception {
        var begun = new AtomicInteger();
        var released = new CountDownLatch(1);
        var look = new TimedLook("it", () -> {
            begun.incrementAndGet();
            awaits(released);
            return Health.up().build();
        });
        for (int i = 0; i < 2; i++) {
            assertThat(look.health().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(begun).hasValue(1);
        released.countDown();
        for (int i = 0; look.health().getStatus().equals(Status.DOWN) && i < 200; i++) {
            Thread.sleep(50);
        }
        assertThat(look.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void withoutTheOneBeforeThereIsNothingToLookAt() {
        var begun = new AtomicInteger();
        var before = new TimedLook("the one before", () -> TimedLook.down("gone"));
        var look = new TimedLook("it", before, () -> {
            begun.incrementAndGet();
            return Health.up().build();
        });
        assertThat(look.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(begun).hasValue(0);
    }

    @Test
    void whatFailedIsDownAndDoesNotSayWhatTheDriverSaid() {
        var look = new TimedLook("it", () -> {
            throw new IllegalStateException("jdbc:postgresql://db.example.cn as feiyan");
        });
        var health = look.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.toString()).doesNotContain("example.cn");
    }

    @Test
    void manyWhoAskAtOnceCostOneLook() {
        var begun = new AtomicInteger();
        var look = new TimedLook("it", () -> {
            begun.incrementAndGet();
            return Health.up().build();
        });
        for (int i = 0; i < 50; i++) {
            look.health();
        }
        assertThat(begun.get()).isLessThan(10);
    }

    private static void awaits(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
