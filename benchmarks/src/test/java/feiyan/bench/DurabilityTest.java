package feiyan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.database.SpareDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No figure is given of a database that may lose what it has promised. */
class DurabilityTest {

    @TempDir
    Path folder;

    @Test
    void aSessionThatDoesNotWaitForTheDiskIsNotMeasured() throws SQLException {
        try (var database = SpareDatabase.in(folder);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(Durability.mustBeOn(connection, Durability.OF_A_COMMIT))
                    .containsOnlyKeys("fsync", "full_page_writes", "synchronous_commit")
                    .allSatisfy((name, value) -> assertThat(value).isEqualTo("on"));
            statement.execute("set synchronous_commit = off");
            assertThatThrownBy(() -> Durability.mustBeOn(connection, Durability.OF_A_COMMIT))
                    .isInstanceOf(Unsound.class)
                    .hasMessage("the database is not durable: synchronous_commit = off");
        }
    }
}
