package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class CountyCacheTest {

    private static final CountyId HERE = new CountyId(1);
    private static final CountyId ELSEWHERE = new CountyId(2);

    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final CountyCache<Integer> cache = new CountyCache<>(county -> {
        reads.incrementAndGet();
        return rows.get();
    });

    @AfterEach
    void noTransactionIsLeft() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void whatWasReadThisSecondIsNotReadAgain() {
        cache.of(HERE);
        cache.of(HERE);
        assertThat(reads).hasValue(1);
        cache.of(ELSEWHERE);
        assertThat(reads).hasValue(2);
    }

    @Test
    void anotherInstancesChangeIsSeenSoon() throws InterruptedException {
        assertThat(cache.of(HERE)).isZero();
        rows.set(1);
        long patience = System.nanoTime() + CountyCache.SETTLED.toNanos();
        while (cache.of(HERE) == 0 && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
        assertThat(cache.of(HERE)).isEqualTo(1);
    }

    @Test
    void ourOwnChangeIsSeenAtOnce() {
        cache.of(HERE);
        rows.set(1);
        cache.changed(HERE);
        assertThat(cache.of(HERE)).isEqualTo(1);
    }

    @Test
    void whoChangesItSeesWhatWasWrittenAndOthersDoOnceItIsOver() throws InterruptedException {
        cache.of(HERE);
        TransactionSynchronizationManager.initSynchronization();
        cache.changed(HERE);
        rows.set(1);
        assertThat(cache.of(HERE)).isEqualTo(1);
        rows.set(0);
        assertThat(elsewhere()).as("not committed").isZero();
        rows.set(1);
        TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        TransactionSynchronizationManager.clear();
        assertThat(elsewhere()).isEqualTo(1);
    }

    @Test
    void whatWasChangedWhileItWasReadIsNotKept() {
        var changing = new CountyCache<?>[1];
        var overtaken = new CountyCache<>(county -> {
            int seen = rows.getAndSet(1);
            changing[0].changed(county);
            return seen;
        });
        changing[0] = overtaken;
        assertThat(overtaken.of(HERE)).isZero();
        assertThat(overtaken.of(HERE)).isEqualTo(1);
    }

    private int elsewhere() throws InterruptedException {
        var seen = new AtomicInteger(-1);
        var other = new Thread(() -> seen.set(cache.of(HERE)));
        other.start();
        other.join();
        return seen.get();
    }
}
