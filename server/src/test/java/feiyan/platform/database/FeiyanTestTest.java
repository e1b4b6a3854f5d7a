package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class FeiyanTestTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theApplicationIsOverheardOnADatabaseOfItsOwn() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("feiyan_app");
        assertThat(StatementLog.statements()).contains("select current_user");
    }
}
