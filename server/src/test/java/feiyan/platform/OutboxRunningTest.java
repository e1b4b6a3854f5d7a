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

    @BeforeEach
    void found() {
        db.sql("insert into county (id, name, founded_at) values (:id, 'Tancheng', :at)")
                .param("id", county.value())
                .param("at", DbTime.of(clock.instant()))
                .update();
    }

    @Test
    void whatIsToldReachesListenersAndHandlersThoughAListenerFails() throws Exception {
        var order = Ids.next();
        new TransactionTemplate(manager)
                .executeWithoutResult(status -> outbox.tell(county, "order.moved", order, 1, clock.instant()));
        assertThat(readers.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(order);
        assertThat(readers.handled.poll(20, TimeUnit.SECONDS)).isEqualTo(order);
        assertThat(readers.handled.poll(300, TimeUnit.MILLISECONDS)).as("once").isNull();
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
