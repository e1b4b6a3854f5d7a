package feiyan.platform.database;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of the test's own, as the product runs it in a data folder: every commit is on the disk. */
public final class KeptPostgres implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres server;

    private KeptPostgres(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(DataFolder.claim(folder));
    }

    public static KeptPostgres in(Path folder) {
        return new KeptPostgres(folder);
    }

    /** For an application that is to work on it, by name and value. */
    public List<String> settings() {
        var owner = server.owner();
        return List.of(
                "--feiyan.data=" + folder,
                "--spring.datasource.url=" + owner.url(),
                "--spring.datasource.username=" + owner.user(),
                "--spring.datasource.password=" + owner.password());
    }

    public DataSource asOwner() {
        var owner = server.owner();
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }

    public DataSource asSuperuser() {
        var owner = server.owner();
        return new DriverManagerDataSource(
                owner.url(), server.superuser().user(), server.superuser().password());
    }

    /** As {@code ./run --backup} does, beside the server or without one. */
    public static void backUp(Path folder, Path file) {
        Backup.of(folder).into(file);
    }

    /** As {@code ./run --restore} does. */
    public static void restore(Path file, Path folder, Path keys) {
        new Restore(file, folder, new RestoredKeys(keys, true)).run();
    }

    @Override
    public void close() {
        server.close();
    }
}
