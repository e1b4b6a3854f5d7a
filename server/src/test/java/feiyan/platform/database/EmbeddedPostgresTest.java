package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedPostgresTest {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startAsTheProductDoes() {
        server = EmbeddedPostgres.start(DataFolder.claim(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** As the pool's connections have it. Whether the disk then keeps what it was told, no test of processes shows. */
    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "wal_level, replica",
        "data_checksums, on",
        "zero_damaged_pages, off",
        "ignore_checksum_failure, off"
    })
    void whatIsCommittedIsOnDisk(String setting, String value) throws SQLException {
        assertThat(ask(server.pool(), "set role feiyan_app; show " + setting)).isEqualTo(value);
    }

    @Test
    void whoSwitchedSafetyOffIsToldAtTheConsole() throws SQLException {
        try (var connection = server.pool().connect()) {
            var pool = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var line = new DurabilityLine(pool);
            assertThat(line.lines("http://localhost:8080")).isEmpty();
            pool.sql("set synchronous_commit = off").update();
            assertThat(line.lines("http://localhost:8080"))
                    .singleElement()
                    .asString()
                    .contains("synchronous_commit is off");
        }
    }

    /** What the standby has not got is gone with the primary; from {@code remote_write} on each commit waits for it. */
    @ParameterizedTest
    @CsvSource({"on, 0", "remote_apply, 0", "remote_write, 0", "local, 1", "off, 2"})
    void whoNamesAStandbyAndDoesNotWaitForItIsTold(String commit, int lines) throws Exception {
        try (var connection = server.pool().connect()) {
            var pool = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var line = new DurabilityLine(pool);
            pool.sql("set synchronous_commit = " + commit).update();
            var alone = line.lines("http://localhost:8080");
            assertThat(alone).hasSize(commit.equals("off") ? 1 : 0);
            nameStandbys("second", pool);
            var told = line.lines("http://localhost:8080");
            assertThat(told).hasSize(lines).containsAll(alone);
            assertThat(told.stream().skip(alone.size()))
                    .allSatisfy(said -> assertThat(said).contains("(second)", "synchronous_commit is " + commit));
            nameStandbys("", pool);
        }
    }

    /** As whoever runs the database does, while the pool's connections are open. */
    private static void nameStandbys(String names, JdbcClient pool) throws SQLException, InterruptedException {
        try (var superuser = server.superuser().connect();
                var statement = superuser.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '%s'".formatted(names));
            statement.execute("select pg_reload_conf()");
        }
        var known = pool.sql("show synchronous_standby_names");
        for (int tried = 0; !known.query(String.class).single().equals(names); tried++) {
            assertThat(tried).as("waited in vain").isLessThan(1000);
            Thread.sleep(10);
        }
    }

    @Test
    void nobodyIsTrustedWithoutAPassword() {
        var owner = server.owner();
        assertThatThrownBy(() -> new Login(owner.url(), owner.user(), "guess").connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> new Login(owner.url(), "postgres", "").connect())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void thePasswordsAreForThisUserOnly() throws Exception {
        var permissions = Files.getPosixFilePermissions(folder.resolve("passwords.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void itListensToThisMachineOnly() throws SQLException {
        assertThat(ask(server.owner(), "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server.superuser(), "show unix_socket_directories")).isEmpty();
    }

    @Test
    void thePoolsLoginMayDoNothingButBecomeTheApplication() throws SQLException {
        assertThat(ask(server.owner(), "create table if not exists secret (a int); select 1"))
                .isEqualTo("1");
        assertThatThrownBy(() -> ask(server.pool(), "select count(*) from secret"))
                .hasMessageContaining("permission denied");
        assertThat(ask(server.pool(), "set role feiyan_app; select current_user"))
                .isEqualTo("feiyan_app");
        assertThatThrownBy(() -> ask(server.pool(), "set role feiyan_owner")).hasMessageContaining("permission denied");
    }

    @Test
    void aDatabaseWithoutItsPasswordsIsNotTouched(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("postgresql"));
        assertThatThrownBy(() -> Passwords.of(new DataFolder(other)))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("backup"));
    }

    private static String ask(Login login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getUpdateCount() != -1) {
                statement.getMoreResults();
            }
            var answer = statement.getResultSet();
            answer.next();
            return answer.getString(1);
        }
    }
}
