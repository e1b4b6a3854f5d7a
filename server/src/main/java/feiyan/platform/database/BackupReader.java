package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BackupWriter} wrote, and believes nothing of it that its checksums do not say. */
final class BackupReader implements AutoCloseable {

    /** Long enough for the facts and the sums of a million files. */
    private static final long LONGEST_TEXT = 256L << 20;

    private final Path file;
    private final InputStream compressed;
    private final TarArchiveInputStream tar;
    private final Map<String, String> sums = new TreeMap<>();
    private final byte[] buffer = new byte[1 << 16];

    private BackupReader(Path file, InputStream compressed) throws IOException {
        this.file = file;
        this.compressed = compressed;
        this.tar = new TarArchiveInputStream(compressed, UTF_8.name());
    }

    static BackupReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartFailure("restore_no_file", file);
        }
        try {
            return new BackupReader(file, new GzipCompressorInputStream(Files.newInputStream(file)));
        } catch (IOException unreadable) {
            throw new StartFailure(unreadable, "restore_no_backup", file);
        }
    }

    /** They come first. */
    BackupFacts facts() {
        var first = next();
        if (first == null || !first.getName().equals(Backup.FACTS)) {
            throw new StartFailure("restore_no_backup", file);
        }
        try {
            return BackupFacts.read(text(first));
        } catch (IOException | NumberFormatException unreadable) {
            throw new StartFailure(unreadable, "restore_no_backup", file);
        }
    }

    /** The rest, to its end: what does not agree with its checksum, is missing or is too much ends it. */
    void unpackInto(Path folder) throws IOException {
        for (var entry = next(); entry != null; entry = next()) {
            if (entry.getName().equals(BackupWriter.SUMS)) {
                mustAgree(text(entry));
                mustEnd();
                return;
            }
            unpack(entry, folder);
        }
        throw damaged("it ends too soon", null);
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }

    private void unpack(TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder) || !(entry.isDirectory() || entry.isFile())) {
            throw damaged(entry.getName(), null);
        }
        if (entry.isDirectory()) {
            PrivateFolder.create(target);
            return;
        }
        var sum = Sha256.digest();
        try (var out = PrivateFolder.newFile(target)) {
            for (int read = read(); read >= 0; read = read()) {
                out.write(buffer, 0, read);
                sum.update(buffer, 0, read);
            }
        }
        sums.put(entry.getName(), HexFormat.of().formatHex(sum.digest()));
    }

    private void mustAgree(String list) {
        var listed = list.lines().collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        var differing = new TreeMap<>(listed);
        differing.entrySet().removeIf(each -> each.getValue().equals(sums.get(each.getKey())));
        if (!differing.isEmpty() || !listed.keySet().containsAll(sums.keySet())) {
            throw damaged(differing.isEmpty() ? BackupWriter.SUMS : differing.firstKey(), null);
        }
    }

    /** To the end of the compressed stream, whose own checksum stands there. */
    private void mustEnd() {
        if (next() != null) {
            throw damaged("something follows", null);
        }
        try {
            compressed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cut) {
            throw damaged(BackupWriter.SUMS, cut);
        }
    }

    private @Nullable TarArchiveEntry next() {
        try {
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException cut) {
            throw damaged(String.valueOf(cut.getMessage()), cut);
        }
    }

    private int read() {
        try {
            return tar.read(buffer);
        } catch (IOException | IllegalArgumentException cut) {
            throw damaged(String.valueOf(cut.getMessage()), cut);
        }
    }

    private String text(TarArchiveEntry entry) {
        if (entry.getSize() > LONGEST_TEXT) {
            throw damaged(entry.getName(), null);
        }
        try {
            var content = tar.readAllBytes();
            if (!entry.getName().equals(BackupWriter.SUMS)) {
                sums.put(
                        entry.getName(),
                        HexFormat.of().formatHex(Sha256.digest().digest(content)));
            }
            return new String(content, UTF_8);
        } catch (IOException | IllegalArgumentException cut) {
            throw damaged(entry.getName(), cut);
        }
    }

    private StartFailure damaged(String where, @Nullable Exception cause) {
        return new StartFailure(cause, "restore_damaged", file, where);
    }
}
