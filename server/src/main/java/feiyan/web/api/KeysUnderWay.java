package feiyan.web.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Of two requests under one key the second waits until the first is answered, before it takes a turn or a connection: a
 * program that lost patience sends the same again while it is being done. Among the requests of this process only; what
 * makes each happen once is the key's row.
 */
final class KeysUnderWay<K> {

    private final Map<K, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final long patienceMillis;

    KeysUnderWay(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Told whether somebody was before it. */
    interface Work<T> {
        T come(boolean second);
    }

    /** @throws ApiStop 429 where the first is not done in time */
    <T> T alone(K key, Work<T> work) {
        var mine = new CountDownLatch(1);
        boolean second = false;
        for (var first = underWay.putIfAbsent(key, mine); first != null; first = underWay.putIfAbsent(key, mine)) {
            if (!isDone(first)) {
                throw new ApiStop(429, "too_many");
            }
            second = true;
        }
        try {
            return work.come(second);
        } finally {
            underWay.remove(key, mine);
            mine.countDown();
        }
    }

    private boolean isDone(CountDownLatch first) {
        try {
            return first.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
