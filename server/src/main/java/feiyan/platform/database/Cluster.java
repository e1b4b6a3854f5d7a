package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/** The files of the database: made once, with our settings written anew at each start. */
record Cluster(DataFolder data, Programs programs) {

    /** Nothing of what makes a commit durable may be off; a test asks the running server. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 100
            shared_buffers = '256MB'
            timezone = 'UTC'
            lc_messages = 'C'
            log_min_messages = warning
            log_error_verbosity = terse
            log_line_prefix = '%m '
            """;

    private static final String NOBODY_WITHOUT_PASSWORD = """
            # Written at each start. Local or not, nobody is trusted without a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    void prepare(Passwords passwords) throws IOException, InterruptedException {
        if (!Files.exists(data.database())) {
            create(passwords);
        }
        requireOurVersion();
        Files.writeString(data.database().resolve("postgresql.conf"), SETTINGS);
        Files.writeString(data.database().resolve("pg_hba.conf"), NOBODY_WITHOUT_PASSWORD);
    }

    /** Made aside and moved into place whole: a start that was cut short begins anew. */
    private void create(Passwords passwords) throws IOException, InterruptedException {
        var aside = data.path().resolve("postgresql.new");
        FileSystemUtils.deleteRecursively(aside);
        var passwordFile = data.path().resolve("password.new");
        Passwords.writePrivately(passwordFile, passwords.superuser());
        try {
            var made = initialise(aside, passwordFile);
            if (made.failed()) {
                Files.writeString(data.log(), made.output());
                throw new StartFailure("database_failed", made.lastLine(), data.log());
            }
            Files.move(aside, data.database(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** With PostgreSQL's own collation, so that no upgrade of the operating system ever corrupts an index. */
    private Programs.Result initialise(Path folder, Path passwordFile) throws IOException, InterruptedException {
        return programs.run(
                "initdb",
                "--pgdata=" + folder,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    private void requireOurVersion() throws IOException, InterruptedException {
        var theirs = Files.readString(data.database().resolve("PG_VERSION")).strip();
        var ours = programs.majorVersion();
        if (!theirs.equals(ours)) {
            throw new StartFailure("database_version", data.path(), theirs, ours);
        }
    }
}
