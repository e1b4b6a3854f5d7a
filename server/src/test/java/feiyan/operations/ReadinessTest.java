package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that cannot do its work says so, by what is really the case, and says that it can as soon as it can. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=false", "management.server.port=0", "feiyan.ready.outbox=PT2S"})
class ReadinessTest {

    @LocalManagementPort
    private int inside;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String owner;

    @Value("${spring.datasource.password}")
    private String password;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxWorker worker;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private PlatformTransactionManager manager;

    private Operator operator;

    @BeforeEach
    void itIsReadyToBeginWith() throws Exception {
        operator = new Operator(inside);
        worker.work();
        until(true);
    }

    @AfterEach
    void itAlwaysLives() throws Exception {
        until(true);
    }

    @Test
    void withoutItsDatabaseItIsNotReadyButLives() throws Exception {
        elsewhere("alter database " + name() + " with allow_connections false");
        try {
            elsewhere("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
            until(false);
            assertThat(operator.whyNot()).contains("\"database\"").doesNotContain("jdbc", owner, name());
            assertThat(operator.lives()).isTrue();
            assertThat(operator.measure("feiyan_measures_taken_seconds")).isNotNegative();
        } finally {
            elsewhere("alter database " + name() + " with allow_connections true");
        }
    }

    @Test
    void aRowThatNobodyTakesFromTheOutboxIsSeen() throws Exception {
        tell(Village.in(house).county);
        until(false);
        assertThat(operator.whyNot()).contains("does not move");
        assertThat(operator.lives()).isTrue();
        worker.work();
    }

    @Test
    void aLongQueueThatIsWorkedOffIsNoReason() throws Exception {
        var county = Village.in(house).county;
        for (int i = 0; i < 6; i++) {
            tell(county);
            assertThat(operator.isReady()).as(operator.whyNot()).isTrue();
            TimeUnit.MILLISECONDS.sleep(1100);
            worker.work();
        }
    }

    @Test
    void tablesThatAreNotItsOwnAreSeen() throws Exception {
        var newest = here().sql("""
                delete from flyway_schema_history where installed_rank = (
                  select installed_rank from flyway_schema_history where version is not null
                  order by installed_rank desc limit 1)
                returning version
                """).query(String.class).single();
        until(false);
        assertThat(operator.whyNot()).contains("migrations are pending");
        migrated(newest);
        until(true);
        migrated("9999");
        until(false);
        assertThat(operator.whyNot()).contains("a newer server");
        here().sql("delete from flyway_schema_history where version = '9999'").update();
    }

    private void migrated(String version) {
        here().sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                  execution_time, success)
                select max(installed_rank) + 1, :version, 'a', 'SQL', 'V', 'x', 1, true from flyway_schema_history
                """).param("version", version).update();
    }

    private void tell(CountyId county) {
        new TransactionTemplate(manager)
                .executeWithoutResult(status ->
                        outbox.tell(county, "nobody.listens", Ids.next(), 1, Instant.parse("2026-01-01T00:00:00Z")));
    }

    /** Within half a minute on a machine that has much to do. */
    private void until(boolean ready) throws Exception {
        for (int i = 0; operator.isReady() != ready && i < 150; i++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(operator.isReady()).as(operator.whyNot()).isEqualTo(ready);
    }

    private JdbcClient here() {
        return JdbcClient.create(new DriverManagerDataSource(url, owner, password));
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void elsewhere(String sql) throws SQLException {
        var postgres = new DriverManagerDataSource(url.replace(name(), "postgres"), owner, password);
        try (var connection = postgres.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
