package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/** The passwords of the database of our own: random, in a file that only this user may read; nobody is trusted. */
record Passwords(String superuser, String owner, String pool) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Passwords of(DataFolder folder) throws IOException {
        if (!Files.exists(folder.passwords())) {
            if (Files.exists(folder.database())) {
                throw new StartFailure("passwords_lost", folder.path());
            }
            var text = "superuser=%s%nowner=%s%npool=%s%n".formatted(random(), random(), random());
            writePrivately(folder.passwords(), text);
        }
        return read(folder.passwords());
    }

    /** Written aside and moved, so that no crash leaves half of it; private from its first byte. */
    static void writePrivately(Path file, String text) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try (var channel = Files.newByteChannel(aside, options, onlyMe)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Passwords read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Passwords(
                properties.getProperty("superuser", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("pool", ""));
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
