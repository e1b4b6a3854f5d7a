package feiyan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys in a folder outside the database: {@code field-1.key}, {@code field-2.key}, … of which the highest number seals
 * and all open, and {@code fingerprint.key} for the keyed hashes. The first start makes the first of each. To rotate,
 * put a further field key beside them, on each instance, and start anew.
 */
@Component
class FileKeyRing implements KeyRing {

    private static final Pattern FIELD_KEY = Pattern.compile("field-(\\d{1,6})\\.key");

    private final Path folder;
    private final byte[] fingerprintKey;
    private volatile List<AesKey> newestFirst;

    @Autowired
    FileKeyRing(@Value("${feiyan.keys:${feiyan.data:data}/keys}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        if (fieldKeys().isEmpty()) {
            makeFirst();
        }
        this.newestFirst = load();
        this.fingerprintKey = KeyFile.read(fingerprintFile()).orElseThrow(this::fingerprintKeyMissing);
    }

    @Override
    public SealingKey current() {
        return newestFirst.getFirst();
    }

    @Override
    public SealingKey key(int id) {
        for (var key : newestFirst) {
            if (key.id() == id) {
                return key;
            }
        }
        // Another instance may have rotated since this one started.
        newestFirst = load();
        return newestFirst.stream().filter(key -> key.id() == id).findFirst().orElseThrow(() -> missing(id));
    }

    @Override
    public byte[] mac(byte[] message) {
        return AesKey.hmac(fingerprintKey, message);
    }

    /** The field key comes last: where there is one, the fingerprint key has been there before it. */
    private void makeFirst() {
        try {
            if (!Files.isDirectory(folder)) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(folder, ownerOnly);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder for keys " + folder + " cannot be made: " + failure, failure);
        }
        KeyFile.createUnlessThere(fingerprintFile());
        KeyFile.createUnlessThere(folder.resolve("field-1.key"));
    }

    private List<AesKey> load() {
        var keys = new ArrayList<AesKey>();
        for (var file : fieldKeys()) {
            KeyFile.read(file).map(AesKey::new).ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    private List<Path> fieldKeys() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> FIELD_KEY.matcher(name(file)).matches())
                    .sorted(Comparator.comparingInt(FileKeyRing::number).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder for keys " + folder + " cannot be read: " + failure, failure);
        }
    }

    private static int number(Path file) {
        var matcher = FIELD_KEY.matcher(name(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path fingerprintFile() {
        return folder.resolve("fingerprint.key");
    }

    private KeyMissing missing(int id) {
        var present = newestFirst.stream().map(key -> hex(key.id())).collect(Collectors.joining(", "));
        return new KeyMissing("Key %s is not in %s (there: %s). Put its file back from the backup of the keys."
                .formatted(hex(id), folder, present));
    }

    private KeyMissing fingerprintKeyMissing() {
        return new KeyMissing("%s is not there. Put it back from the backup of the keys.".formatted(fingerprintFile()));
    }

    private static String hex(int id) {
        return "%08x".formatted(id);
    }
}
