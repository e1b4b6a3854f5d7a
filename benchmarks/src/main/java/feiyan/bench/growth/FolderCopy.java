package feiyan.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A data folder that nobody uses at the moment, once more: with all rights, links and times, and on the disk. */
final class FolderCopy {

    private FolderCopy() {}

    static void of(Path folder, Path copy) {
        try (var all = Files.walk(folder)) {
            for (var each : (Iterable<Path>) all::iterator) {
                copy(each, copy.resolve(folder.relativize(each).toString()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Written out at once: what the system still had to write would be written while somebody measures. */
    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        if (Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS)) {
            try (var file = FileChannel.open(to)) {
                file.force(true);
            }
        }
    }
}
