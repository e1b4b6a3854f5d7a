package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Without Citus the catalog does not tell how a table is spread, so the migrations are read. */
class MigrationsTest {

    private static final Pattern TABLE = Pattern.compile("(?m)^create table (?:if not exists )?(\\w+)");

    @Test
    void everyTableIsDistributedOrAReference() throws IOException {
        var migrations = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
        assertThat(migrations).isNotEmpty();
        for (var migration : migrations) {
            assertThat(unspread(migration.getContentAsString(StandardCharsets.UTF_8)))
                    .as(migration.getFilename())
                    .isEmpty();
        }
    }

    @Test
    void aForgottenTableIsSeen() {
        assertThat(unspread("create table a (\n);\nselect app_distribute('a');\ncreate table b (\n);\n"))
                .containsExactly("b");
    }

    private static List<String> unspread(String sql) {
        return TABLE.matcher(sql)
                .results()
                .map((MatchResult table) -> table.group(1))
                .filter(table -> !ExemptTables.contains(table))
                .filter(table -> !sql.contains("select app_distribute('%s')".formatted(table)))
                .filter(table -> !sql.contains("select app_reference('%s')".formatted(table)))
                .toList();
    }
}
