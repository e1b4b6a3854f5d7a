package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.StartFailure;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class ExternalPostgresTest {

    @Test
    @EnabledIfEnvironmentVariable(named = "FEIYAN_TEST_EXTERNAL_URL", matches = ".+")
    void theOldestPostgresWePromiseTakesAllMigrations() throws SQLException {
        var server = ExternalPostgres.check(given());
        Flyway.configure()
                .dataSource(
                        server.owner().url(),
                        server.owner().user(),
                        server.owner().password())
                .load()
                .migrate();

        try (var connection = server.pool().connect();
                var statement = connection.createStatement()) {
            statement.execute("set role feiyan_app");
            assertThat(statement.executeQuery("select from outbox").next()).isFalse();
            assertThatThrownBy(() -> statement.execute("delete from sensitive_view"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> ExternalPostgres.check(new Login("jdbc:postgresql://127.0.0.1:1/none", "u", "p")))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("127.0.0.1:1/none", "does not answer"));
    }

    @Test
    void aDatabaseThatIsTooOldIsRefused() {
        assertThatThrownBy(() -> ExternalPostgres.requireVersion(14))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("PostgreSQL 14", "at least 15"));
    }

    private static Login given() {
        return new Login(
                environment("FEIYAN_TEST_EXTERNAL_URL"),
                environment("FEIYAN_TEST_EXTERNAL_USERNAME"),
                environment("FEIYAN_TEST_EXTERNAL_PASSWORD"));
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
