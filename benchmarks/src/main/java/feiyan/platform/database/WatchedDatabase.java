package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The database that a server keeps in its data folder, as its files tell; for measuring, never for the product. */
@NullMarked
public final class WatchedDatabase {

    private static final int PORT = 3;

    private final DataFolder data;

    private WatchedDatabase(DataFolder data) {
        this.data = data;
    }

    /** Without a claim: the server has it. */
    public static WatchedDatabase in(Path folder) {
        return new WatchedDatabase(new DataFolder(folder));
    }

    public ProcessHandle postmaster() throws IOException {
        return new Postmaster(data)
                .named()
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new IOException("no database runs"));
    }

    /** All that serve, the postmaster first. */
    public List<ProcessHandle> processes() throws IOException {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    public Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(new Postmaster(data).file()).get(PORT);
        var url = "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, Roles.DATABASE);
        return new Login(url, Roles.OWNER, Passwords.of(data).owner()).connect();
    }
}
