package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OneLookTest {

    private final AtomicInteger reads = new AtomicInteger();

    private int read(Object id) {
        return OneLook.once(List.of("thing", id), reads::incrementAndGet);
    }

    @Test
    void aLookReadsAThingOnceAndTheNextLookReadsItAnew() {
        OneLook.during(() -> {
            assertThat(read(1)).isEqualTo(1);
            assertThat(read(2)).isEqualTo(2);
            return assertThat(read(1)).isEqualTo(1);
        });
        OneLook.during(() -> assertThat(read(1)).isEqualTo(3));
    }

    @Test
    void whoDoesNotOnlyLookReadsEachTime() {
        assertThat(read(1)).isEqualTo(1);
        assertThat(read(1)).isEqualTo(2);
    }

    @Test
    void aTransactionReadsForItself() {
        OneLook.during(() -> {
            read(1);
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                assertThat(read(1)).isEqualTo(2);
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
            }
            return assertThat(read(1)).isEqualTo(1);
        });
    }

    @Test
    void whatWasReadBeforeAWriteIsReadAnew() {
        OneLook.during(() -> {
            read(1);
            OneLook.forget();
            return assertThat(read(1)).isEqualTo(2);
        });
    }
}
