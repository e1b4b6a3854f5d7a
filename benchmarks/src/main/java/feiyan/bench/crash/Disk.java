package feiyan.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the server keeps its data: a small disk of its own that can be filled, in a mount namespace that ends with it,
 * or a plain folder where this user may not mount.
 */
final class Disk implements AutoCloseable {

    private static final String SIZE = "3G";

    private final Path there;
    private final Process holder;
    private final boolean small;

    private Disk(Path there, Process holder, boolean small) {
        this.there = there;
        this.holder = holder;
        this.small = small;
    }

    /** A file with a file system in it, so that a commit really waits for the machine's own disk. */
    static Disk in(Path folder) throws IOException, InterruptedException {
        var image = folder.resolve("disk.img");
        var there = Files.createDirectories(folder.resolve("disk"));
        var made = Programs.run(List.of("truncate", "-s", SIZE, image.toString()))
                && Programs.run(List.of("mkfs.ext4", "-q", "-F", "-m", "0", image.toString()));
        var mounts = "mount -o loop '%s' '%s' && echo ready; exec cat".formatted(image, there);
        var holder = new ProcessBuilder("unshare", "--mount", "--propagation", "private", "sh", "-c", mounts)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // No reader here: whatever comes is one line, and the process lives as long as we hold its other end.
        boolean ready = made && "ready".equals(holder.inputReader().readLine());
        if (!ready) {
            holder.destroyForcibly();
        }
        return new Disk(there, holder, ready);
    }

    boolean isSmall() {
        return small;
    }

    /** As the server calls it. */
    Path there() {
        return there;
    }

    /** The same as it is reached from here. */
    Path here() {
        return small ? Path.of("/proc/" + holder.pid() + "/root" + there) : there;
    }

    List<String> inside(List<String> command) {
        if (!small) {
            return command;
        }
        var all = new ArrayList<>(List.of("nsenter", "--mount=/proc/" + holder.pid() + "/ns/mnt", "--"));
        all.addAll(command);
        return all;
    }

    void fill() throws IOException, InterruptedException {
        for (long left = free(); left > 0; left /= 2) {
            var filler = here().resolve("filler-" + left);
            Programs.run(List.of("fallocate", "-l", Long.toString(left), filler.toString()));
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(here()).getUsableSpace();
    }

    void empty() throws IOException {
        try (var fillers = Files.newDirectoryStream(here(), "filler-*")) {
            for (var filler : fillers) {
                Files.delete(filler);
            }
        }
    }

    /** The mount ends with the last process in it. */
    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
