package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.database.FeiyanTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FeiyanTest
class OutboxWorkerTest {

    private static final Instant NOW = Instant.parse("2026-06-18T02:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

    @Autowired
    Policies policies;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager manager;

    private final CountyId county = Ids.nextCounty();

    @Test
    void eachHandlerGetsTheKindsItWants() {
        var moved = new ArrayList<OutboxRow>();
        var rated = new ArrayList<OutboxRow>();
        var order = tell("order.moved");
        tell("order.rated");
        var worker = worker(handler("order.moved", moved::add), handler("order.rated", rated::add));
        clock.at(NOW, worker::work);
        clock.at(NOW, worker::work);
        assertThat(moved).extracting(OutboxRow::subject).containsExactly(order);
        assertThat(rated).hasSize(1);
    }

    @Test
    void twoInstancesShareFiveHundredRowsAndHandleEachOnce() throws Exception {
        var told = tellMany(500);
        var handled = new ConcurrentHashMap<UUID, Integer>();
        var byInstance = new ConcurrentHashMap<Long, Integer>();
        var together = new CyclicBarrier(2);
        Consumer<OutboxRow> count = row -> {
            handled.merge(row.subject(), 1, Integer::sum);
            byInstance.merge(Thread.currentThread().threadId(), 1, Integer::sum);
        };
        try (var instances = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 2; i++) {
                var worker = worker(handler("order.moved", count));
                running.add(instances.submit(() -> {
                    together.await();
                    clock.at(NOW, worker::work);
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        }
        assertThat(handled).containsOnlyKeys(told);
        assertThat(handled.values()).containsOnly(1);
        assertThat(byInstance).as("both took part").hasSize(2);
    }

    @Test
    void whatAnInstanceDidBeforeItDiedIsTakenBackAndDoneByAnother() {
        tellMany(5);
        var seen = new ArrayList<OutboxRow>();
        var dying = worker(handler("order.moved", row -> {
            mark(row);
            seen.add(row);
            if (seen.size() == 3) {
                loseConnection();
            }
        }));
        assertThatThrownBy(() -> clock.at(NOW, () -> dying.workBatch(county))).isInstanceOf(RuntimeException.class);
        waitUntilTakenBack();
        assertThat(marks()).isZero();
        var other = worker(handler("order.moved", this::mark));
        clock.at(NOW, other::work);
        assertThat(marks()).isEqualTo(5);
    }

    @Test
    void aFailureTakesBackItsOwnRowOnlyAndComesAgainLater() {
        tellMany(3);
        var poison = tell("order.moved");
        var fails = new boolean[] {true};
        var worker = worker(handler("order.moved", row -> {
            mark(row);
            if (fails[0] && row.subject().equals(poison)) {
                throw new IllegalStateException("no network");
            }
        }));
        clock.at(NOW, worker::work);
        assertThat(marks()).isEqualTo(3);
        fails[0] = false;
        clock.at(NOW.plusSeconds(5), worker::work);
        assertThat(marks()).as("not yet").isEqualTo(3);
        clock.at(NOW.plusSeconds(10), worker::work);
        assertThat(marks()).isEqualTo(4);
    }

    @Test
    void aFullDiskIsNoRowsFaultAndTheyComeAgainAtOnce() {
        tellMany(3);
        var full = new boolean[] {true};
        var worker = worker(handler("order.moved", row -> {
            mark(row);
            if (full[0]) {
                throw new DataAccessResourceFailureException("mark", new SQLException("no space", "53100"));
            }
        }));
        clock.at(NOW, worker::work);
        assertThat(marks()).isZero();
        full[0] = false;
        clock.at(NOW, worker::work);
        assertThat(marks()).isEqualTo(3);
        assertThat(attempts()).isZero();
    }

    private int attempts() {
        return db.sql("select sum(attempts)::int from outbox where county_id = ?")
                .param(county.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aStatementThatTheDatabaseRefusesSpoilsNothingElse() {
        tellMany(2);
        var first = new boolean[] {true};
        var worker = worker(handler("order.moved", row -> {
            if (first[0]) {
                first[0] = false;
                db.sql("select 1 / 0").query(Integer.class).single();
            }
            mark(row);
        }));
        clock.at(NOW, worker::work);
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void givesUpAfterTenAttemptsAndListsWhatItGaveUpUntilSomebodyTriesAgain() {
        var order = tell("order.moved");
        var attempts = new int[1];
        var worker = worker(handler("order.moved", row -> {
            attempts[0]++;
            throw new IllegalStateException("no network");
        }));
        for (int hour = 0; hour < 30; hour++) {
            clock.at(NOW.plus(Duration.ofHours(hour)), worker::work);
        }
        assertThat(attempts[0]).isEqualTo(OutboxWorker.ATTEMPTS);
        assertThat(worker.givenUp(county)).extracting(OutboxRow::subject).containsExactly(order);

        var mended = worker(handler("order.moved", this::mark));
        assertThat(clock.at(NOW, () -> mended.tryAgain(county))).isEqualTo(1);
        clock.at(NOW, mended::work);
        assertThat(marks()).isEqualTo(1);
        assertThat(mended.givenUp(county)).isEmpty();
    }

    @Test
    void waitsLongerEachTime() {
        assertThat(OutboxWorker.wait(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(OutboxWorker.wait(2)).isEqualTo(Duration.ofSeconds(90));
        assertThat(OutboxWorker.wait(9)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void throwsAwayWhatWasDoneAMonthAgoAndNothingElse() {
        tellMany(2);
        var worker = worker(handler("order.moved", row -> {}));
        clock.at(NOW, worker::work);
        tell("order.moved");
        clock.at(NOW.plus(Duration.ofDays(29)), worker::purge);
        assertThat(rows()).isEqualTo(3);
        clock.at(NOW.plus(Duration.ofDays(31)), worker::purge);
        assertThat(rows()).isEqualTo(1);
    }

    private OutboxWorker worker(OutboxHandler... handlers) {
        return new OutboxWorker(
                queue,
                () -> List.of(county),
                policies,
                List.of(handlers),
                clock,
                new Closing(new GenericApplicationContext()),
                manager);
    }

    private static OutboxHandler handler(String kind, Consumer<OutboxRow> handle) {
        return new OutboxHandler() {
            @Override
            public Set<String> kinds() {
                return Set.of(kind);
            }

            @Override
            public void handle(OutboxRow row) {
                handle.accept(row);
            }
        };
    }

    private UUID tell(String kind) {
        var subject = Ids.next();
        new TransactionTemplate(manager).executeWithoutResult(status -> outbox.tell(county, kind, subject, 1, NOW));
        return subject;
    }

    private UUID[] tellMany(int count) {
        var told = new UUID[count];
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                told[i] = Ids.next();
                outbox.tell(county, "order.moved", told[i], 1, NOW);
            }
        });
        return told;
    }

    /** What a handler writes, where a second time would be seen. */
    private void mark(OutboxRow row) {
        db.sql("""
                insert into sensitive_view (county_id, id, at, viewer_id, subject, subject_id, fields)
                values (:county, :id, :at, :id, 'handled', :id, '{}')
                """)
                .params(Map.of("county", county.value(), "id", row.id(), "at", DbTime.of(row.at())))
                .update();
    }

    private int marks() {
        return db.sql("select count(*) from sensitive_view where county_id = :county")
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }

    private int rows() {
        return db.sql("select count(*) from outbox where county_id = :county")
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }

    /**
     * The server notices a lost connection in its own time; until then the rows are locked, and this waits for them.
     */
    private void waitUntilTakenBack() {
        db.sql("select id from outbox where county_id = :county for update")
                .param("county", county.value())
                .query(UUID.class)
                .list();
    }

    /** As when the machine dies: the database takes back whatever this connection had not committed. */
    private void loseConnection() {
        try {
            DataSourceUtils.getConnection(database).unwrap(PgConnection.class).abort(Runnable::run);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
