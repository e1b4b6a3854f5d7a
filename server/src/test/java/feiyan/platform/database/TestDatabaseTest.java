package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void theApplicationWorksUnderItsOwnRole() {
        try (var database = TestDatabase.migrated()) {
            var app = JdbcClient.create(database.asApp());

            assertThat(app.sql("select current_user").query(String.class).single())
                    .isEqualTo("feiyan_app");
            assertThat(app.sql("select count(*) from outbox").query(Long.class).single())
                    .isZero();
        }
    }
}
