package feiyan.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WritesAtOnceTest {

    @Test
    void aTokenThatTakesAllItsTurnsKeepsNobodyElseWaiting() throws Exception {
        var writes = new WritesAtOnce(12, 50);
        var greedy = new UUID(0, 1);
        var inside = new CountDownLatch(4);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .forEach(any -> threads.execute(() -> writes.inTurn(greedy, () -> {
                        inside.countDown();
                        return await(goOn);
                    })));
            inside.await();

            assertThatThrownBy(() -> writes.inTurn(greedy, () -> "a fifth")).isInstanceOf(ApiStop.class);
            assertThat(writes.inTurn(new UUID(0, 2), () -> "another")).isEqualTo("another");
            goOn.countDown();
        }
        assertThat(writes.inTurn(greedy, () -> "again")).isEqualTo("again");
    }

    @Test
    void allTokensTogetherHaveABoundToo() throws Exception {
        var writes = new WritesAtOnce(1, 50);
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            threads.execute(() -> writes.inTurn(new UUID(0, 1), () -> {
                inside.countDown();
                return await(goOn);
            }));
            inside.await();
            assertThatThrownBy(() -> writes.inTurn(new UUID(0, 2), () -> "another"))
                    .isInstanceOfSatisfying(
                            ApiStop.class, stop -> assertThat(stop.status()).isEqualTo(429));
            goOn.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
