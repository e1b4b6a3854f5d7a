package feiyan.platform.database;

import feiyan.platform.AppClock;
import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** Everything in the data folder that a county needs, in one file, while it works: all but the keys and the log. */
record Backup(DataFolder data) {

    static final String FACTS = "feiyan-backup.properties";

    /** @param keys without which it cannot be read; they are not in it */
    record Made(Path file, long bytes, int files, Set<String> keys) {}

    /** By its real name: the database that serves it knows it by no other. */
    static Backup of(Path data) {
        try {
            return new Backup(new DataFolder(data.toRealPath()));
        } catch (IOException absent) {
            throw new StartFailure(absent, "backup_nothing", data);
        }
    }

    Made into(Path file) {
        try (var database = RunningDatabase.of(data)) {
            return write(database.superuser(), file);
        } catch (IOException failure) {
            throw new StartFailure(failure, "backup_not_written", file, DataFolder.reason(failure));
        } catch (SQLException failure) {
            throw new StartFailure(failure, "backup_broken_off", data.path(), String.valueOf(failure.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure(stopped, "backup_broken_off", data.path(), "interrupted");
        }
    }

    private Made write(Login superuser, Path file) throws IOException, SQLException {
        try (var target = PrivateFile.create(file);
                var writer = new BackupWriter(target.stream());
                var backup = BaseBackup.begin(superuser)) {
            var files = ClusterFiles.of(data.database());
            var facts = facts(superuser, files.bytes());
            writer.text(FACTS, facts.text());
            writer.file(data.passwords().getFileName().toString(), data.passwords());
            write(files, new PageWatch(data.database(), backup.start()), writer);
            write(backup.end(), writer);
            writer.finish();
            return new Made(file, target.keep(), writer.files(), facts.keys());
        }
    }

    private void write(ClusterFiles files, PageWatch pages, BackupWriter writer) throws IOException {
        for (var folder : files.folders()) {
            writer.folder(name(folder));
        }
        for (var file : files.files()) {
            try {
                writer.file(name(file), file, (bytes, length, at) -> pages.look(file, bytes, length, at));
            } catch (NoSuchFileException dropped) {
                // With its table, since its folder was listed. The WAL says so, too.
            }
        }
        writer.bytes(name(files.control()), unchanging(files.control()));
    }

    private void write(BaseBackup.End end, BackupWriter writer) throws IOException {
        writer.text(name(data.database().resolve("backup_label")), end.label());
        for (var segment : end.segments()) {
            var file = data.database().resolve("pg_wal").resolve(segment);
            writer.file(name(file), file);
        }
    }

    /** It may be written at this very moment: read until it is twice the same. */
    private static byte[] unchanging(Path file) throws IOException {
        var seen = Files.readAllBytes(file);
        for (var again = Files.readAllBytes(file); !Arrays.equals(seen, again); again = Files.readAllBytes(file)) {
            seen = again;
        }
        return seen;
    }

    private String name(Path file) {
        return data.path().relativize(file).toString();
    }

    private BackupFacts facts(Login superuser, long bytes) throws IOException, SQLException {
        var home = new DatabaseFacts(superuser).read();
        var made = new AppClock().instant().toString();
        var major = Files.readString(data.database().resolve("PG_VERSION")).strip();
        return new BackupFacts(
                BackupFacts.FORMAT, ProductVersion.name(), home.schema(), major, made, bytes, home.keys());
    }
}
