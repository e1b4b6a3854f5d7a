package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No database, however silent, holds anybody up for ever. */
class PoolTest {

    @Test
    void aStatementThatGetsNoAnswerIsGivenUp() throws Exception {
        try (var database = TestDatabase.migrated();
                var pool = pool(database.url(), database);
                var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
    }

    @Test
    void whatTheAddressSaysCounts() throws Exception {
        try (var database = TestDatabase.migrated();
                var pool = pool(database.url() + "?socketTimeout=2", database);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select pg_sleep(60)")).hasMessageContaining("I/O error");
        }
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.SECONDS)
    void aServerThatTakesTheConnectionAndSaysNothingIsGivenUp() throws Exception {
        try (var database = TestDatabase.empty();
                var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "jdbc:postgresql://127.0.0.1:%d/feiyan?socketTimeout=1".formatted(silent.getLocalPort());
            assertThatThrownBy(() -> pool(url, database)).hasMessageContaining("connection");
        }
    }

    private static HikariDataSource pool(String url, TestDatabase database) {
        var server = new ExternalPostgres(new Login(url, database.user(), database.password()));
        return (HikariDataSource) new DatabaseConfiguration().dataSource(server);
    }
}
