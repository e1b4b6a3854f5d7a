package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The folder that one running server owns. The claim is a lock of the operating system, which dies with the process:
 * whoever has it may end what a killed predecessor left running in there, and nobody else may.
 */
record DataFolder(Path path) {

    private static final long NEEDED_MEGABYTES = 300;

    /** Held until the process ends; a second context of the same process shares it. */
    private static final Map<Path, FileLock> CLAIMS = new HashMap<>();

    static synchronized DataFolder claim(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            if (!CLAIMS.containsKey(absolute.toRealPath())) {
                CLAIMS.put(absolute.toRealPath(), lock(absolute.toRealPath()));
            }
            requireSpace(absolute);
            return new DataFolder(absolute.toRealPath());
        } catch (IOException failure) {
            throw new DataFolder(absolute).notWritable(failure);
        }
    }

    StartFailure notWritable(IOException failure) {
        return new StartFailure(failure, "data_not_writable", path, reason(failure));
    }

    Path database() {
        return path.resolve("postgresql");
    }

    Path passwords() {
        return path.resolve("passwords.properties");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    @SuppressWarnings("resource") // The channel carries the claim: it stays open as long as the process lives.
    private static FileLock lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("feiyan.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailure("data_in_use", folder);
        }
        return lock;
    }

    private static void requireSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < NEEDED_MEGABYTES) {
            throw new StartFailure("disk_full", folder, free, NEEDED_MEGABYTES);
        }
    }

    /** The last word of the operating system: "Read-only file system", "Not a directory". */
    static String reason(IOException failure) {
        return failure instanceof FileSystemException problem && problem.getReason() != null
                ? problem.getReason()
                : String.valueOf(failure.getMessage());
    }
}
