package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What belongs into a base backup: everything that recovery cannot make anew. The lists are PostgreSQL's own, from
 * "Making a Base Backup Using the Low Level API".
 */
final class ClusterFiles extends SimpleFileVisitor<Path> {

    /** Their folders are needed and nothing that is in them; the WAL comes last, as far as it is needed. */
    private static final Set<String> CONTENT_LEFT_OUT = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private static final Path CONTROL = Path.of("global", "pg_control");

    private final Path root;
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    private ClusterFiles(Path root) {
        this.root = root;
    }

    static ClusterFiles of(Path root) throws IOException {
        var found = new ClusterFiles(root);
        Files.walkFileTree(root, found);
        return found;
    }

    List<Path> folders() {
        return folders;
    }

    List<Path> files() {
        return files;
    }

    /** Changed at each checkpoint: the one file that is read by itself, last of all. */
    Path control() {
        return root.resolve(CONTROL);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        var name = folder.getFileName().toString();
        if (name.startsWith("pgsql_tmp")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(folder);
        return root.equals(folder.getParent()) && CONTENT_LEFT_OUT.contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var name = file.getFileName().toString();
        if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp") && !file.equals(control())) {
            files.add(file);
            bytes += attributes.size();
        }
        return FileVisitResult.CONTINUE;
    }

    /** Dropped since its folder was listed. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
