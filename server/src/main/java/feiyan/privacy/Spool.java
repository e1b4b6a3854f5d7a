package feiyan.privacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Something that is written at our pace and read at somebody else's. What is small stays in memory; the rest goes into
 * a file under a key that is nowhere but in this object: whatever becomes of the file, nobody reads it.
 */
final class Spool extends OutputStream {

    static final int IN_MEMORY = 256 * 1024;

    private static final String SCHEME = "AES/CTR/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key = new SecretKeySpec(random(32), "AES");
    private final IvParameterSpec start = new IvParameterSpec(random(16));
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private OutputStream out = memory;
    private long size;

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && size + length > IN_MEMORY) {
            toFile();
        }
        out.write(bytes, from, length);
        size += length;
    }

    private void toFile() throws IOException {
        file = Files.createTempFile("feiyan-copy", null);
        out = new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
        memory.writeTo(out);
        memory.reset();
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance(SCHEME);
            cipher.init(mode, key, start);
            return cipher;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    long size() {
        return size;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** From the beginning; nothing is written any more. */
    InputStream read() throws IOException {
        out.close();
        return file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
    }

    /** And forgotten. */
    void discard() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
