package feiyan.bench.loop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the server, kept open as browsers and machines do. Sparing, since client and server share the
 * machine and what the client takes is missing to both.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    /** The server closes what rests; so long it certainly does not. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private long used;

    public Wire(URI address) {
        this.host = address.getHost();
        this.port = address.getPort();
    }

    /** @param cookies what stands in {@code Set-Cookie}, each to its first semicolon */
    record Answer(int status, @Nullable String location, List<String> cookies, String text) {}

    /** @param head each further header, with its line's end */
    Answer send(String method, String path, String head, byte[] body) {
        try {
            var answer = exchange(method, path, head, body);
            used = System.nanoTime();
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Answer exchange(String method, String path, String head, byte[] body) throws IOException {
        var open = open();
        var request = new ByteArrayOutputStream(512 + body.length);
        request.writeBytes("%s %s HTTP/1.1\r\nHost: %s:%d\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, path, host, port, head, body.length)
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        open.getOutputStream().write(request.toByteArray());
        return read();
    }

    private Socket open() throws IOException {
        var open = socket;
        if (open != null && System.nanoTime() - used < FRESH_NANOS) {
            return open;
        }
        close();
        var fresh = new Socket(InetAddress.getByName(host), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 32_768);
        return fresh;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        String location = null;
        var cookies = new ArrayList<String>();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value.split(";", 2)[0]);
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {
                    // of no interest
                }
            }
        }
        var body = chunked ? chunks() : bytes(length);
        if (last) {
            close();
        }
        return new Answer(status, location, cookies, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            all.writeBytes(bytes(length));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = stream().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int next = stream().read(); next != '\n'; next = stream().read()) {
            if (next < 0) {
                throw new EOFException("cut off");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private InputStream stream() throws IOException {
        if (in == null) {
            throw new EOFException("closed");
        }
        return in;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // It is closed all the same.
        }
        socket = null;
        in = null;
    }
}
