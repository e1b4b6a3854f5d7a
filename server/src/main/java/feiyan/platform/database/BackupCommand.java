package feiyan.platform.database;

import feiyan.platform.ConsoleText;
import feiyan.platform.StartFailure;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.modulith.NamedInterface;

/**
 * {@code ./run --backup FILE} and {@code ./run --restore FILE}: with the server's settings and without a server, since
 * the one that is backed up goes on beside it.
 */
@NamedInterface("console")
public final class BackupCommand implements CommandLineRunner {

    static final String BACKUP = "feiyan.backup";
    static final String RESTORE = "feiyan.restore";

    private final Environment settings;

    BackupCommand(Environment settings) {
        this.settings = settings;
    }

    public static boolean isAskedFor(String... arguments) {
        var given = new SimpleCommandLinePropertySource(arguments);
        return given.containsProperty(BACKUP) || given.containsProperty(RESTORE);
    }

    /** Without the server's log: a backup is made by another process than the one that writes it. */
    public static void start(String... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--logging.file.name=";
        new SpringApplicationBuilder(BackupCommand.class)
                .web(WebApplicationType.NONE)
                .run(all);
    }

    @Override
    @SuppressWarnings("SystemOut") // The console is the page of whoever asks.
    public void run(String... arguments) {
        var backup = settings.getProperty(BACKUP, "");
        var restore = settings.getProperty(RESTORE, "");
        if (backup.isBlank() == restore.isBlank()) {
            throw new StartFailure("backup_or_restore");
        }
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            throw new StartFailure("backup_external");
        }
        var said = backup.isBlank() ? restore(Path.of(restore)) : backup(Path.of(backup));
        System.out.println(said);
    }

    private String backup(Path file) {
        var made = Backup.of(data()).into(file.toAbsolutePath().normalize());
        return ConsoleText.line(
                        "start.backup_made", made.file(), megabytes(made.bytes()), Integer.toString(made.files()))
                + System.lineSeparator()
                + ConsoleText.line("start.backup_keys", keys(), String.join(", ", made.keys()));
    }

    private String restore(Path file) {
        var restored = new Restore(file.toAbsolutePath().normalize(), data(), keysForRestore()).run();
        return ConsoleText.line("start.restored", data(), restored.made(), restored.version());
    }

    /** Where the server will look for them if that is its own place; else those named are brought into its folder. */
    private RestoredKeys keysForRestore() {
        var own = settings.getProperty("feiyan.keys", "");
        var brought = settings.getProperty("feiyan.restore.keys", "");
        return own.isBlank() && !brought.isBlank()
                ? new RestoredKeys(Path.of(brought).toAbsolutePath().normalize(), true)
                : new RestoredKeys(keys(), false);
    }

    private Path data() {
        return Path.of(settings.getRequiredProperty("feiyan.data"))
                .toAbsolutePath()
                .normalize();
    }

    private Path keys() {
        var own = settings.getProperty("feiyan.keys", "");
        return own.isBlank()
                ? data().resolve("keys")
                : Path.of(own).toAbsolutePath().normalize();
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / 1048576.0);
    }
}
