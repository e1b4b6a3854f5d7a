package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A compressed tar that ends with the checksum of everything in it, as {@code sha256sum -c} reads them. */
final class BackupWriter implements AutoCloseable {

    static final String SUMS = "SHA256SUMS";

    private final FastGzip compressed;
    private final TarArchiveOutputStream tar;
    private final StringBuilder sums = new StringBuilder();
    private final byte[] buffer = new byte[1 << 16];
    private int files;

    BackupWriter(OutputStream out) throws IOException {
        compressed = new FastGzip(out);
        tar = new TarArchiveOutputStream(compressed, UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    int files() {
        return files;
    }

    void folder(String name) throws IOException {
        var entry = new TarArchiveEntry(name + "/");
        entry.setMode(0700);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(UTF_8));
    }

    void bytes(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        end(name, Sha256.digest().digest(content));
    }

    void file(String name, Path file) throws IOException {
        file(name, file, (bytes, length, at) -> {});
    }

    /** As long as it was when it was opened. What was cut off or added meanwhile is in the WAL. */
    void file(String name, Path file, Look look) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var content = Channels.newInputStream(channel)) {
            var length = channel.size();
            begin(name, length);
            end(name, copy(content, length, look));
        }
    }

    /** Sees what goes by, and may end it. */
    interface Look {

        /** @param at where in the file these bytes begin */
        void at(byte[] bytes, int length, long at) throws IOException;
    }

    void finish() throws IOException {
        text(SUMS, sums.toString());
        tar.finish();
        compressed.finish();
    }

    /** Only what was finished before is a whole archive. */
    @Override
    public void close() throws IOException {
        compressed.close();
    }

    private void begin(String name, long length) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setMode(0600);
        entry.setSize(length);
        tar.putArchiveEntry(entry);
    }

    private void end(String name, byte[] sum) throws IOException {
        tar.closeArchiveEntry();
        sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
        files++;
    }

    private byte[] copy(InputStream content, long length, Look look) throws IOException {
        var sum = Sha256.digest();
        for (long left = length; left > 0; ) {
            var wanted = (int) Math.min(buffer.length, left);
            var read = content.readNBytes(buffer, 0, wanted);
            look.at(buffer, read, length - left);
            // Shorter than it was: its end was cut off, and recovery does so again.
            Arrays.fill(buffer, read, wanted, (byte) 0);
            tar.write(buffer, 0, wanted);
            sum.update(buffer, 0, wanted);
            left -= wanted;
        }
        return sum.digest();
    }

    /** A backup waits for the disk and for its neighbours, not for a tenth less. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
