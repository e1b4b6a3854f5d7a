package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Without Citus the catalog does not tell how a table is spread, so the migrations are read. */
class MigrationsTest {

    private static final Pattern TABLE = Pattern.compile("(?m)^create table (?:if not exists )?(\\w+)");
    private static final Pattern TELLS_A_COLUMN = Pattern.compile("alter column \\w+ set (?:\\(|statistics)");

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

    /**
     * Citus refuses what is told to one column of a spread table alone: such a migration would end each start on it.
     */
    @Test
    void whatCitusRefusesIsAskedOnlyWhereItIsNot() throws IOException {
        var migrations = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
        var telling = Stream.of(migrations)
                .map(MigrationsTest::words)
                .filter(sql -> TELLS_A_COLUMN.matcher(sql).find())
                .toList();
        assertThat(telling)
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(sql)
                        .contains("if not exists (select from pg_extension where extname = 'citus') then"));
    }

    private static String words(Resource migration) {
        try {
            return migration.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
