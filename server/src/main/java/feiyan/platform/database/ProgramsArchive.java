package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The archive with PostgreSQL that the jar carries for each kind of machine we promise. */
record ProgramsArchive(String resource) {

    static ProgramsArchive forThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        var archive = new ProgramsArchive("/postgres-%s-%s.txz".formatted(system, processor));
        if (ProgramsArchive.class.getResource(archive.resource) == null) {
            throw new StartFailure("no_programs", system + "-" + processor);
        }
        return archive;
    }

    /** Once per content: a newer archive unpacks anew beside the old one, which is then removed. */
    Path unpackInto(Path folder) throws IOException {
        var place = folder.resolve("programs-" + size());
        if (!Files.exists(place)) {
            removeOthers(folder);
            var aside = Files.createTempDirectory(folder, "programs-");
            unpack(aside);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return place;
    }

    private long size() throws IOException {
        var resource = Objects.requireNonNull(getClass().getResource(this.resource));
        return resource.openConnection().getContentLengthLong();
    }

    private static void removeOthers(Path folder) throws IOException {
        try (var old = Files.newDirectoryStream(folder, "programs-*")) {
            for (var stale : old) {
                FileSystemUtils.deleteRecursively(stale);
            }
        }
    }

    private void unpack(Path folder) throws IOException {
        try (var compressed = open();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, folder);
            }
        }
    }

    private InputStream open() {
        return new BufferedInputStream(Objects.requireNonNull(getClass().getResourceAsStream(resource)));
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
