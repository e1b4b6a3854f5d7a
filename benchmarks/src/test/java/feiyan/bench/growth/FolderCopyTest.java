package feiyan.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCopyTest {

    /** PostgreSQL starts in no folder that others may read, and its programs find their libraries by links. */
    @Test
    void rightsAndLinksStayAsTheyAre(@TempDir Path folder) throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        var closed = Files.createDirectory(data.resolve("closed"));
        var program = Files.writeString(closed.resolve("program"), "run");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(data.resolve("link"), Path.of("closed/program"));

        var copy = folder.resolve("copy");
        FolderCopy.of(data, copy);

        assertThat(rights(copy.resolve("closed"))).isEqualTo("rwx------");
        assertThat(rights(copy.resolve("closed/program"))).isEqualTo("rwxr-x---");
        assertThat(copy.resolve("closed/program")).hasContent("run");
        assertThat(Files.readSymbolicLink(copy.resolve("link"))).isEqualTo(Path.of("closed/program"));
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
