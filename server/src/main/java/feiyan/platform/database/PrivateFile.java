package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * A large file for this user's eyes only, written aside and moved into place when it is whole and on the disk. One that
 * is there already is never written over.
 */
final class PrivateFile implements AutoCloseable {

    private final Path file;
    private final Path aside;
    private final FileChannel channel;
    private boolean kept;

    private PrivateFile(Path file, Path aside, FileChannel channel) {
        this.file = file;
        this.aside = aside;
        this.channel = channel;
    }

    static PrivateFile create(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new StartFailure("backup_exists", file);
        }
        var aside = file.resolveSibling(file.getFileName() + ".part");
        var onlyMe = PosixFilePermissions.fromString("rw-------");
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var channel = FileChannel.open(aside, options, PosixFilePermissions.asFileAttribute(onlyMe));
        if (!isOurs(channel)) {
            channel.close();
            throw new StartFailure("backup_exists", aside);
        }
        // What somebody's cut-off try left; the lock says that nobody is at it any more.
        channel.truncate(0);
        Files.setPosixFilePermissions(aside, onlyMe);
        return new PrivateFile(file, aside, channel);
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    long keep() throws IOException {
        channel.force(true);
        var size = channel.size();
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        PrivateFolder.sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return size;
    }

    /** What was not kept is nothing. */
    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(aside);
        }
        channel.close();
    }
}
