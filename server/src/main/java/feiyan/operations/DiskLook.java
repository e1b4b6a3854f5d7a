package feiyan.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

/** Whether there is room where the database, the keys and the log are: with too little the server would not start. */
record DiskLook(Path folder, DataSize least) {

    Health health() {
        var free = free();
        var health = free < least.toBytes() ? Health.down().withDetail("why", "nearly full") : Health.up();
        return health.withDetail("free_mb", free >> 20)
                .withDetail("least_mb", least.toMegabytes())
                .build();
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
