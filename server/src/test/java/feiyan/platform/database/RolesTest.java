package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RolesTest {

    @Test
    void theApplicationNeverEditsWhatHappened() {
        try (var database = TestDatabase.migrated()) {
            var histories = tables(database, "relname like '%\\_event' or relname = any('{sensitive_view,audit_act,audit_link,audit_day}')");
            var edited = tables(database, """
                    (relname like '%\\_event' or relname = any('{sensitive_view,audit_act,audit_link,audit_day}'))
                    and has_table_privilege('feiyan_app', oid, 'update, delete, truncate')
                    """);
            assertThat(histories).contains("order_event", "offer_event", "sensitive_view", "audit_act", "audit_link");
            assertThat(edited).isEmpty();
        }
    }

    @Test
    void theApplicationOwnsNothing() {
        try (var database = TestDatabase.migrated()) {
            assertThat(tables(database, "relowner = 'feiyan_app'::regrole")).isEmpty();
        }
    }

    private static List<String> tables(TestDatabase database, String which) {
        return JdbcClient.create(database.asOwner())
                .sql("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and (%s)
                        """.formatted(which))
                .query((row, number) -> row.getString("relname"))
                .list();
    }
}
