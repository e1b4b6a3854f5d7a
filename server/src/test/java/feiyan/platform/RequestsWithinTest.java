package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.Replays.Answer;
import feiyan.platform.Replays.Call;
import feiyan.platform.Replays.Told;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests of machines in a transaction that is not theirs alone. */
@FeiyanTest
class RequestsWithinTest {

    private static final Instant NOW = Instant.parse("2026-06-18T02:00:00Z");

    @Autowired
    Replays replays;

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager manager;

    private final CountyId county = Ids.nextCounty();
    private final UUID token = Ids.next();

    /** It ends with one key, and the other's would be lost. */
    @Test
    void twoAreRefusedInOne() {
        assertThatThrownBy(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
                    once("one");
                    once("other");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(once("one").again()).isFalse();
    }

    @Test
    void oneThatIsTakenBackSpendsNoKey() {
        var within = new TransactionTemplate(manager);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            tell();
            within.executeWithoutResult(part -> {
                once("taken back");
                part.setRollbackOnly();
            });
        });
        assertThat(once("taken back").again()).isFalse();
        assertThat(once("taken back").again()).isTrue();
    }

    private Told once(String key) {
        return replays.once(new Call(county, token, key, "the same"), false, this::told)
                .orThrow();
    }

    private Answer told() {
        tell();
        return new Answer(200, "text/plain", Ids.next().toString(), true);
    }

    private void tell() {
        outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
    }
}
