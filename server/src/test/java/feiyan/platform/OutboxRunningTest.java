package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs as they run in a server, by themselves. */
@FeiyanTest(properties = {"feiyan.jobs=true", "feiyan.outbox.every=50ms"})
@Import(OutboxRunningTest.Readers.class)
class OutboxRunningTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Readers readers;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager manager;

    private final CountyId county = Ids.nextCounty();

    /** Whoever follows begins where the outbox ends as it starts: it has to have started before something is told. */
    @BeforeEach
    void found() throws InterruptedException {
        var earlier = county(Ids.nextCounty());
        for (int tries = 0; tries < 300 && readers.heard.poll(100, TimeUnit.MILLISECONDS) == null; tries++) {
            tell(earlier, "order.looked_at", Ids.next());
        }
        county(county);
        readers.heard.clear();
    }

    private CountyId county(CountyId county) {
        db.sql("insert into county (id, name, founded_at) values (:id, 'Tancheng', :at)")
                .param("id", county.value())
                .param("at", DbTime.of(clock.instant()))
                .update();
        return county;
    }

    private void tell(CountyId county, String kind, UUID subject) {
        new TransactionTemplate(manager)
                .executeWithoutResult(status -> outbox.tell(county, kind, subject, 1, clock.instant()));
    }

    @Test
    void whatIsToldReachesListenersAndHandlersThoughAListenerFails() throws Exception {
        var order = Ids.next();
        tell(county, "order.moved", order);
        assertThat(heardAtLast(order)).isTrue();
        assertThat(readers.handled.poll(20, TimeUnit.SECONDS)).isEqualTo(order);
        assertThat(readers.handled.poll(300, TimeUnit.MILLISECONDS)).as("once").isNull();
    }

    /** What was told to the earlier county may still come in between. */
    private boolean heardAtLast(UUID order) throws InterruptedException {
        UUID next;
        do {
            next = readers.heard.poll(20, TimeUnit.SECONDS);
        } while (next != null && !next.equals(order));
        return next != null;
    }

    @TestConfiguration
    static class Readers {

        final BlockingQueue<UUID> heard = new LinkedBlockingQueue<>();
        final BlockingQueue<UUID> handled = new LinkedBlockingQueue<>();

        @Bean
        @Order(1)
        static OutboxListener broken() {
            return row -> {
                throw new IllegalStateException("broken listener");
            };
        }

        @Bean
        @Order(2)
        OutboxListener sound() {
            return row -> heard.add(row.subject());
        }

        @Bean
        OutboxHandler handler() {
            return new OutboxHandler() {
                @Override
                public Set<String> kinds() {
                    return Set.of("order.moved");
                }

                @Override
                public void handle(OutboxRow row) {
                    handled.add(row.subject());
                }
            };
        }
    }
}
