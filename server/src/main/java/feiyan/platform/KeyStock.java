package feiyan.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** A folder of keys or a copy of one, looked at without a server: which keys are there, and do they fit a backup. */
public record KeyStock(Path folder) {

    /** By the names under which the database knows them; one that cannot be read is not there. */
    public Set<String> names() {
        var files = new ArrayList<>(new KeyFolder(folder).fieldKeys());
        files.add(new KeyFolder(folder).fingerprint());
        var names = new TreeSet<String>();
        for (var file : files) {
            KeyFile.read(file)
                    .filter(secret -> secret.length == AesKey.LENGTH)
                    .ifPresent(secret -> names.add(name(AesKey.id(secret))));
        }
        return names;
    }

    /** As {@link KeyMissing} and the pages name a key. */
    public static String name(int id) {
        return "%08x".formatted(id);
    }

    /** Retired ones too: an older backup may need them. On the disk when it returns, and for this user only. */
    public void copyTo(Path target) throws IOException {
        Files.createDirectories(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var files = Files.newDirectoryStream(folder, "*.key")) {
            for (var file : files) {
                copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try (var channel = Files.newByteChannel(target, options, onlyMe)) {
            channel.write(ByteBuffer.wrap(Files.readAllBytes(file)));
        }
    }
}
