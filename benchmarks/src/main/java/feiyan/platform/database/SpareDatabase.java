package feiyan.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/**
 * The product's own PostgreSQL with nothing in it, for measuring; it stands in this package to reach what starts it.
 */
@NullMarked
public final class SpareDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private SpareDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static SpareDatabase in(Path folder) {
        return new SpareDatabase(EmbeddedPostgres.start(DataFolder.claim(folder)));
    }

    public Connection connect() throws SQLException {
        return server.owner().connect();
    }

    @Override
    public void close() {
        server.close();
    }
}
