package feiyan.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One secret in one file that says what it is, readable by its owner only. */
final class KeyFile {

    private KeyFile() {}

    static Optional<byte[]> read(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file, UTF_8)));
            return Optional.of(Base64.getDecoder().decode(properties.getProperty("key", "")));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new KeyMissing("The key file %s cannot be read (%s). Put it back from the backup of the keys."
                    .formatted(file, unreadable.getMessage()));
        }
    }

    /**
     * Makes the file with a fresh secret unless it is there. It is written whole under another name and then linked: of
     * two instances that start at once one link succeeds, and both go on with the winner's key.
     */
    static void createUnlessThere(Path file) {
        try {
            var draft = file.resolveSibling("." + file.getFileName() + "." + Ids.next());
            write(draft, content(AesKey.random()));
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException anotherInstanceWasFaster) {
                // Its key counts; ours was never used.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The key file " + file + " cannot be made: " + failure, failure);
        }
    }

    private static String content(byte[] secret) {
        return """
                # A key of Feiyan. What it sealed in the database cannot be read without it:
                # keep a copy, apart from the backup of the database.
                algorithm=AES-256-GCM
                key=%s
                """.formatted(Base64.getEncoder().encodeToString(secret));
    }

    private static void write(Path file, String content) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, Set.copyOf(options), ownerOnly)) {
            channel.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
            channel.force(true);
        }
    }
}
