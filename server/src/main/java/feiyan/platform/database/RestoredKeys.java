package feiyan.platform.database;

import feiyan.platform.KeyMissing;
import feiyan.platform.KeyStock;
import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys for what was sealed. They are never in the backup itself, or whoever found it could read it; without them a
 * restored county would be a list of sealed values.
 *
 * @param bring whether they are copied into the restored folder, or stay where the server will look for them
 */
record RestoredKeys(Path folder, boolean bring) {

    void mustFit(BackupFacts facts, Path file) {
        var missing = new TreeSet<>(facts.keys());
        missing.removeAll(there());
        if (!missing.isEmpty()) {
            throw new StartFailure("restore_keys", file, String.join(", ", missing), folder);
        }
    }

    void into(Path data) throws IOException {
        if (bring) {
            new KeyStock(folder).copyTo(data.resolve("keys"));
        }
    }

    private Set<String> there() {
        try {
            return new KeyStock(folder).names();
        } catch (KeyMissing unreadable) {
            throw new StartFailure(unreadable, "key_unusable", String.valueOf(unreadable.getMessage()));
        }
    }
}
