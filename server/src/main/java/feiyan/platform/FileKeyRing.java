package feiyan.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys in a folder outside the database: {@code field-1.key}, {@code field-2.key}, … of which the highest number seals
 * and all open, and {@code fingerprint.key} for the keyed hashes. The first start makes the first of each. Instances
 * share the folder, or have its files brought to each of them: whichever way a new key comes, they see it within a
 * second. A retired key stays beside them as {@code retired-field-1.key}, to be put away with the backups that need it.
 */
@Component
class FileKeyRing implements KeyRing {

    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

    private final KeyFolder folder;
    private final byte[] fingerprintKey;
    private volatile List<AesKey> newestFirst;
    private volatile long lookedAt = System.nanoTime();

    @Autowired
    FileKeyRing(@Value("${feiyan.keys:${feiyan.data:data}/keys}") Path folder) {
        this.folder = new KeyFolder(folder.toAbsolutePath().normalize());
        if (this.folder.fieldKeys().isEmpty()) {
            this.folder.makeFirst();
        }
        try {
            this.newestFirst = load();
            this.fingerprintKey = KeyFile.read(this.folder.fingerprint())
                    .map(secret -> whole(this.folder.fingerprint(), secret))
                    .orElseThrow(this::fingerprintKeyMissing);
        } catch (KeyMissing unusable) {
            throw new StartFailure(unusable, "key_unusable", String.valueOf(unusable.getMessage()));
        }
    }

    /** Looks into the folder now and then: another instance may have made a new one. */
    @Override
    public SealingKey current() {
        long now = System.nanoTime();
        if (now - lookedAt > LOOK_EVERY) {
            lookedAt = now;
            look();
        }
        return newestFirst.getFirst();
    }

    @Override
    public SealingKey key(int id) {
        for (var key : newestFirst) {
            if (key.id() == id) {
                return key;
            }
        }
        // Another instance may have rotated since this one looked.
        look();
        return newestFirst.stream().filter(key -> key.id() == id).findFirst().orElseThrow(() -> missing(id));
    }

    @Override
    public List<SealingKey> all() {
        look();
        return List.copyOf(newestFirst);
    }

    @Override
    public SealingKey renew() {
        folder.makeNext();
        look();
        return newestFirst.getFirst();
    }

    @Override
    public void retire(int id) {
        for (var file : folder.fieldKeys()) {
            if (KeyFile.read(file).map(AesKey::id).filter(found -> found == id).isPresent()) {
                folder.retire(file);
            }
        }
        look();
    }

    @Override
    public byte[] mac(byte[] message) {
        return AesKey.hmac(fingerprintKey, message);
    }

    @Override
    public int macId() {
        return AesKey.id(fingerprintKey);
    }

    @Override
    public String home() {
        return folder.folder().toString();
    }

    /** A folder that is gone for a moment takes no key away. */
    private void look() {
        var there = load();
        if (!there.isEmpty()) {
            newestFirst = there;
        }
    }

    private List<AesKey> load() {
        var keys = new ArrayList<AesKey>();
        for (var file : folder.fieldKeys()) {
            KeyFile.read(file).map(secret -> new AesKey(whole(file, secret))).ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    private static byte[] whole(Path file, byte[] secret) {
        if (secret.length != AesKey.LENGTH) {
            throw new KeyMissing(
                    "The key file %s is damaged. Put it back from the backup of the keys.".formatted(file));
        }
        return secret;
    }

    private KeyMissing missing(int id) {
        var present = newestFirst.stream().map(key -> hex(key.id())).collect(Collectors.joining(", "));
        return new KeyMissing("Key %s is not in %s (there: %s). Put its file back from the backup of the keys."
                .formatted(hex(id), home(), present));
    }

    private KeyMissing fingerprintKeyMissing() {
        return new KeyMissing(
                "%s is not there. Put it back from the backup of the keys.".formatted(folder.fingerprint()));
    }

    private static String hex(int id) {
        return "%08x".formatted(id);
    }
}
