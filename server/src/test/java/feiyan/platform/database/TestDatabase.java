package feiyan.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The tests' databases: one PostgreSQL for the test run, migrated once into a template that each test class clones.
 * Without Spring: {@code try (var database = TestDatabase.migrated()) { database.asApp()... }}
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "migrated";

    private final Login owner;
    private final String name;

    private TestDatabase(Login owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    /** A fresh database with all migrations. */
    public static TestDatabase migrated() {
        return create("template " + Holder.TEMPLATE_NAME);
    }

    /** A fresh database with nothing in it, for tables made to break a rule. */
    public static TestDatabase empty() {
        return create("template template0");
    }

    /** One just like this, to which nobody may be connected at that moment. */
    public TestDatabase copied() {
        return create("template " + name);
    }

    public String url() {
        return owner.url();
    }

    public String user() {
        return owner.user();
    }

    public String password() {
        return owner.password();
    }

    /** As the migrations see it. */
    public DataSource asOwner() {
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }

    /** As the application sees it: no update or delete of events and ledgers. */
    public DataSource asApp() {
        return new DriverManagerDataSource(
                owner.url() + "?options=-c%20role=feiyan_app", owner.user(), owner.password());
    }

    @Override
    public void close() {
        asSuperuser("drop database if exists " + name + " with (force)");
    }

    /** File by file: what is lost with the machine need not stand in its log as well, which takes twice as long. */
    private static TestDatabase create(String from) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        asSuperuser("create database " + name + " owner " + Roles.OWNER + " " + from + Holder.PLACE
                + " strategy file_copy");
        var owner = Holder.SERVER.owner();
        return new TestDatabase(new Login(Holder.SERVER.url(name), owner.user(), owner.password()), name);
    }

    private static void asSuperuser(String sql) {
        execute(Holder.SERVER.superuser(), sql);
    }

    private static void execute(Login login, String... statements) {
        try (Connection connection = login.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Started by the first who needs it. */
    private static final class Holder {

        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ROOM = 4L << 30;

        static final EmbeddedPostgres SERVER = start();
        static final String PLACE = place();
        static final String TEMPLATE_NAME = template();

        private static EmbeddedPostgres start() {
            var folder = temporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
            var server = EmbeddedPostgres.start(DataFolder.claim(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
            // Lost with the machine, and nobody would miss them; the product's own settings have their own test.
            execute(
                    server.superuser(),
                    "alter system set fsync = off",
                    "alter system set synchronous_commit = off",
                    "alter system set full_page_writes = off",
                    // Each connection proves its password; thousands of rounds of that are for passwords that matter.
                    "alter system set scram_iterations = 1",
                    "select pg_reload_conf()");
            for (var login : List.of(server.superuser(), server.owner(), server.pool())) {
                execute(server.superuser(), "alter role %s password '%s'".formatted(login.user(), login.password()));
            }
            return server;
        }

        /**
         * In memory where the system has room: a thousand files come and go with each database, and ext4 looks for a
         * free place by going past all that were deleted in the last minutes, which took two fifths of the processors.
         * The tables alone: programs may not be run from there everywhere.
         */
        private static String place() {
            if (!Files.isWritable(MEMORY) || MEMORY.toFile().getUsableSpace() < ROOM) {
                return "";
            }
            var folder = temporaryFolder(MEMORY);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(SERVER, folder)));
            execute(SERVER.superuser(), "create tablespace memory location '" + folder + "'");
            return " tablespace memory";
        }

        private static String template() {
            execute(SERVER.superuser(), "create database " + TEMPLATE + " owner " + Roles.OWNER + PLACE);
            var owner = SERVER.owner();
            Flyway.configure()
                    .dataSource(SERVER.url(TEMPLATE), owner.user(), owner.password())
                    .load()
                    .migrate();
            return TEMPLATE;
        }

        private static Path temporaryFolder(Path within) {
            try {
                return Files.createTempDirectory(within, "feiyan-test");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void remove(EmbeddedPostgres server, Path folder) {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException leftForTheSystemToClean) {
                // A temporary folder: the next reboot has it.
            }
        }
    }
}
