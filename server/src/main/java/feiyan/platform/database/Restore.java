package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * A backup into an empty folder. It is unpacked aside, held against its checksums, recovered by a PostgreSQL that is
 * started on it and ended, and only then moved into place; the database itself comes last.
 */
record Restore(Path file, Path folder, RestoredKeys keys) {

    private static final String ASIDE = "restoring";

    /** What a mounted disk, a claim and a restore that was cut short leave in a folder that is empty otherwise. */
    private static final Set<String> NOTHING = Set.of("lost+found", "feiyan.lock", ASIDE);

    private static final long SPARE_MEGABYTES = 300;

    BackupFacts run() {
        try (var backup = BackupReader.open(file)) {
            var facts = backup.facts();
            mustFit(facts);
            keys.mustFit(facts, file);
            restore(backup, facts);
            return facts;
        } catch (IOException failure) {
            throw new DataFolder(folder).notWritable(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure(stopped, "backup_broken_off", folder, "interrupted");
        }
    }

    /** Called before anything else touches the folder: half a county is never taken for a new one. */
    static void mustNotBeHalf(DataFolder data) {
        if (Files.exists(data.path().resolve(ASIDE))) {
            throw new StartFailure("restore_cut_short", data.path());
        }
    }

    private void mustFit(BackupFacts facts) {
        if (facts.format() != BackupFacts.FORMAT || facts.schema() > ProductVersion.schema()) {
            throw new StartFailure("restore_newer", file, facts.version(), ProductVersion.name());
        }
    }

    private void restore(BackupReader backup, BackupFacts facts) throws IOException, InterruptedException {
        var existed = Files.exists(folder);
        if (existed) {
            mustBeEmpty();
        }
        var data = DataFolder.claim(folder);
        mustBeEmpty();
        try {
            unpack(backup, facts, data);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            forget(data, existed);
            throw failure;
        }
    }

    private void unpack(BackupReader backup, BackupFacts facts, DataFolder data)
            throws IOException, InterruptedException {
        var aside = aside(data);
        new CutShort(data, aside).clear();
        mustHaveSpace(facts);
        PrivateFolder.create(aside.path());
        mustBeOfOurPostgres(facts, aside);
        backup.unpackInto(aside.path());
        keys.into(aside.path());
        recover(aside);
        settle(aside, data);
    }

    private static DataFolder aside(DataFolder data) {
        return new DataFolder(data.path().resolve(ASIDE));
    }

    private void mustBeEmpty() throws IOException {
        var cutShort = Files.exists(folder.resolve(ASIDE));
        try (var content = Files.list(folder)) {
            var other = content.map(each -> each.getFileName().toString())
                    .filter(name -> !NOTHING.contains(name) && !(cutShort && CutShort.mayHaveLeft(name)))
                    .findFirst();
            if (other.isPresent()) {
                throw new StartFailure("restore_not_empty", folder, other.get());
            }
        }
    }

    private void mustBeOfOurPostgres(BackupFacts facts, DataFolder aside) throws IOException, InterruptedException {
        var ours = Programs.unpackedIn(aside).majorVersion();
        if (!facts.postgresql().equals(ours)) {
            throw new StartFailure("restore_postgresql", file, facts.postgresql(), ours, facts.version());
        }
    }

    private void mustHaveSpace(BackupFacts facts) throws IOException {
        var needed = (facts.bytes() >> 20) + SPARE_MEGABYTES;
        var free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < needed) {
            throw new StartFailure("disk_full", folder, free, needed);
        }
    }

    /** A backup is good when a database has come up from it, which also puts all its files on the disk. */
    private void recover(DataFolder aside) {
        try {
            EmbeddedPostgres.start(aside).close();
        } catch (StartFailure notRecovered) {
            throw new StartFailure(notRecovered, "restore_not_recovered", file, notRecovered.line());
        }
    }

    private static void settle(DataFolder aside, DataFolder data) throws IOException {
        PrivateFolder.sync(aside.passwords());
        try (var all = Files.list(aside.path())) {
            for (var each : all.filter(entry -> !entry.equals(aside.database())).toList()) {
                move(each, data);
            }
        }
        move(aside.database(), data);
        PrivateFolder.sync(data.path());
        Files.delete(aside.path());
        PrivateFolder.sync(data.path());
    }

    private static void move(Path from, DataFolder data) throws IOException {
        Files.move(from, data.path().resolve(from.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void forget(DataFolder data, boolean existed) throws IOException, InterruptedException {
        new CutShort(data, aside(data)).clear();
        Files.deleteIfExists(data.path().resolve("feiyan.lock"));
        if (!existed) {
            Files.delete(data.path());
        }
    }
}
