package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.KeyStock;
import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Whatever does not fit is refused with words, and nothing of it is left. */
class RestoreTest {

    private static final String OURS = "18";

    @TempDir
    Path folder;

    private Path keys;
    private Path target;
    private Path file;

    @BeforeEach
    void keys() throws IOException {
        keys = Files.createDirectory(folder.resolve("copied-keys"));
        target = folder.resolve("target");
        file = folder.resolve("county.feiyan");
        key("field-1.key", 1);
        key("fingerprint.key", 2);
    }

    @Test
    void aDamagedBackupIsRefused() throws IOException {
        write(facts());
        var whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        isRefused("restore_damaged", "damaged");
    }

    @Test
    void whereverItIsCutOffItIsRefused() throws IOException {
        write(facts());
        var whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length / 2, whole.length - 3000, whole.length - 9, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            cannotBeUnpacked();
        }
    }

    @Test
    void aFileThatIsNotWhatItWasIsFoundByItsChecksum() throws IOException {
        try (var out = Files.newOutputStream(file);
                var writer = new BackupWriter(out)) {
            writer.text(Backup.FACTS, facts().text());
            writer.folder("postgresql");
            writer.text("postgresql/1", "changed");
            writer.text(BackupWriter.SUMS, "%s  postgresql/1%n".formatted("0".repeat(64)));
            writer.finish();
        }
        cannotBeUnpacked();
    }

    @Test
    void whatWasNotFinishedIsNoBackup() throws IOException {
        try (var out = Files.newOutputStream(file);
                var writer = new BackupWriter(out)) {
            writer.text(Backup.FACTS, facts().text());
            writer.folder("postgresql");
            writer.text("postgresql/1", "all there is");
        }
        cannotBeUnpacked();
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws IOException {
        try (var out = Files.newOutputStream(file);
                var writer = new BackupWriter(out)) {
            writer.text(Backup.FACTS, facts().text());
            writer.text("../elsewhere", "not ours");
            writer.finish();
        }
        cannotBeUnpacked();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void somethingElseIsNotTakenForABackup() throws IOException {
        Files.writeString(file, "a letter");
        isRefused("restore_no_backup", "not a backup");
        Files.delete(file);
        isRefused("restore_no_file", "no backup");
    }

    @Test
    void aBackupOfANewerFeiyanIsRefused() throws IOException {
        write(facts(ProductVersion.schema() + 1, OURS, 1, keyNames()));
        isRefused("restore_newer", "7.0");
    }

    @Test
    void aBackupOfAnotherPostgresIsRefused() throws IOException {
        write(facts(1, "17", 1, keyNames()));
        isRefused("restore_postgresql", "PostgreSQL 17");
    }

    @Test
    void whatDoesNotFitOnTheDiskIsNotBegun() throws IOException {
        write(facts(1, OURS, 1L << 50, keyNames()));
        isRefused("disk_full", "MB left");
    }

    @Test
    void withoutTheKeysNothingIsRestored() throws IOException {
        var needed = new TreeSet<>(keyNames());
        needed.add("0badcafe");
        write(facts(1, OURS, 1, needed));
        isRefused("restore_keys", "0badcafe");
    }

    @Test
    void anEmptyFolderItIsOrNothingIsTouched() throws IOException {
        write(facts());
        Files.writeString(Files.createDirectory(target).resolve("letter.txt"), "kept");
        refused("restore_not_empty", "letter.txt", () -> restore().run());
        assertThat(target).isDirectoryContaining("glob:**letter.txt");
        assertThat(target.resolve("restoring")).doesNotExist();
    }

    @Test
    void whatNoDatabaseComesUpFromIsNotRestored() throws IOException {
        write(facts());
        isRefused("restore_not_recovered", "No database came up");
    }

    @Test
    void aServerDoesNotStartOnHalfARestore() throws IOException {
        Files.createDirectories(target.resolve("restoring"));
        refused("restore_cut_short", "--restore", () -> EmbeddedPostgres.start(new DataFolder(target)));
        assertThat(target).isDirectoryNotContaining("glob:**passwords.properties");
    }

    @Test
    void anExternalDatabaseIsLeftToItsOwnTools() {
        var settings = new MockEnvironment()
                .withProperty(BackupCommand.BACKUP, file.toString())
                .withProperty("feiyan.data", target.toString())
                .withProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1/feiyan");
        refused("backup_external", "pg_basebackup", () -> new BackupCommand(settings).run());
    }

    @Test
    void thereIsNothingToBackUpWhereNoDatabaseIs() {
        refused("backup_nothing", "--data", () -> Backup.of(target).into(file));
        assertThat(target).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void aBackupIsForItsOwnerAndNeverWrittenOver() throws IOException {
        try (var kept = PrivateFile.create(file)) {
            refused("backup_exists", "already", () -> PrivateFile.create(file));
            kept.keep();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        refused("backup_exists", "already", () -> PrivateFile.create(file));
        PrivateFile.create(folder.resolve("broken-off")).close();
        assertThat(folder).isDirectoryNotContaining("glob:**broken-off*").isDirectoryNotContaining("glob:**.part");
    }

    private void isRefused(String code, String words) {
        refused(code, words, () -> restore().run());
        assertThat(target).doesNotExist();
    }

    private void cannotBeUnpacked() throws IOException {
        var aside = Files.createTempDirectory(folder, "aside");
        refused("restore_damaged", "damaged", () -> {
            try (var reader = BackupReader.open(file)) {
                reader.facts();
                reader.unpackInto(aside);
            }
        });
    }

    private static void refused(String code, String words, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(StartFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.line()).contains(words);
        });
    }

    private Restore restore() {
        return new Restore(file, target, new RestoredKeys(keys, true));
    }

    /** A database's folder as far as anybody looks who does not start it. */
    private void write(BackupFacts facts) throws IOException {
        try (var out = Files.newOutputStream(file);
                var writer = new BackupWriter(out)) {
            writer.text(Backup.FACTS, facts.text());
            writer.text("passwords.properties", "superuser=s%nowner=o%npool=p%n".formatted());
            writer.folder("postgresql");
            writer.text("postgresql/PG_VERSION", facts.postgresql());
            var noise = new byte[20_000];
            new Random(1).nextBytes(noise);
            writer.bytes("postgresql/1", noise);
            writer.finish();
        }
    }

    private BackupFacts facts() {
        return facts(1, OURS, 1, keyNames());
    }

    private static BackupFacts facts(int schema, String postgresql, long bytes, Set<String> keys) {
        return new BackupFacts(BackupFacts.FORMAT, "7.0", schema, postgresql, "2026-06-15T00:30:00Z", bytes, keys);
    }

    private Set<String> keyNames() {
        return new KeyStock(keys).names();
    }

    private void key(String name, int content) throws IOException {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) content);
        var text =
                "algorithm=AES-256-GCM%nkey=%s%n".formatted(Base64.getEncoder().encodeToString(secret));
        Files.write(keys.resolve(name), text.getBytes(UTF_8));
    }
}
