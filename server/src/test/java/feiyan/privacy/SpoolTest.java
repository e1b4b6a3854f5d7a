package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What waits to be sent is in no file that anybody could read, and in none at all afterwards. */
class SpoolTest {

    private static final byte[] LINE = "canary-need, canary-lane 3\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSmallNeedsNoFile() throws IOException {
        var spool = new Spool();
        spool.write(LINE);
        spool.write('!');
        assertThat(spool.file()).isEmpty();
        assertThat(spool.size()).isEqualTo(LINE.length + 1);
        assertThat(new String(spool.read().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("lane 3\n!");
        spool.discard();
    }

    @Test
    void whatIsLargeIsInAFileThatSaysNothingAndGoesAway() throws IOException {
        var spool = new Spool();
        int lines = 4 * Spool.IN_MEMORY / LINE.length;
        for (int i = 0; i < lines; i++) {
            spool.write(LINE);
        }
        var file = spool.file().orElseThrow();
        try (var read = spool.read()) {
            for (int i = 0; i < lines; i++) {
                assertThat(read.readNBytes(LINE.length)).isEqualTo(LINE);
            }
            assertThat(read.read()).isNegative();
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        spool.discard();
        assertThat(file).doesNotExist();
    }
}
