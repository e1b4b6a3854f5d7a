package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/** A disk that fills up, and is cleared again. */
class DiskLookTest {

    @TempDir
    Path folder;

    @Test
    void aDiskThatFillsUpIsSeenBeforeItIsFull() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", folder.toString()) == 0, "needs mount");
        try {
            var look = new DiskLook(folder, DataSize.ofMegabytes(8));
            assertThat(look.health().getStatus()).isEqualTo(Status.UP);
            var filler = folder.resolve("filler");
            Files.write(filler, new byte[14 << 20]);
            assertThat(look.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(look.health().getDetails()).containsEntry("free_mb", 6L).containsEntry("why", "nearly full");
            Files.delete(filler);
            assertThat(look.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            run("umount", folder.toString());
        }
    }

    @Test
    void theLeastIsTheOperators() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        var more = new DiskLook(folder, DataSize.ofBytes(2 * free));
        assertThat(more.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new DiskLook(folder, DataSize.ofBytes(free / 2)).health().getStatus())
                .isEqualTo(Status.UP);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
