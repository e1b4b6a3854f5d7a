package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.StartFailure;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On pages that PostgreSQL itself wrote. */
class PageWatchTest {

    @TempDir
    Path folder;

    @Test
    void oneBitThatTheDiskGaveBackWrongIsNotBackedUp() throws Exception {
        Path table;
        try (var database = KeptPostgres.in(folder.resolve("data"))) {
            var owner = JdbcClient.create(database.asOwner());
            owner.sql("create table kept as select n, repeat('x', 100) as word from generate_series(1, 2000) n")
                    .update();
            table = folder.resolve("data/postgresql")
                    .resolve(owner.sql("select pg_relation_filepath('kept')")
                            .query(String.class)
                            .single());
            KeptPostgres.backUp(folder.resolve("data"), folder.resolve("whole.feiyan"));
        }
        flip(table, 3L * PageSum.PAGE + 5000);
        var file = folder.resolve("damaged.feiyan");
        assertThatThrownBy(() -> KeptPostgres.backUp(folder.resolve("data"), file))
                .isInstanceOfSatisfying(StartFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("backup_page_damaged");
                    assertThat(failure.line())
                            .contains("page 3 of ", table.getFileName().toString());
                });
        assertThat(file).doesNotExist();
    }

    private static void flip(Path file, long at) throws Exception {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }
}
