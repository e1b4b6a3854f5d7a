package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection on which one request follows the other, as a proxy or a browser keeps it; it repeats nothing and hides
 * nothing: what is not answered in full is an exception.
 */
final class KeptConnection implements AutoCloseable {

    /** @param last whether the server said that it answers no more on this connection */
    record Answer(int status, boolean last, String body) {}

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    Answer get(String path, String cookies) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n");
        return answer();
    }

    Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        boolean last = false;
        boolean chunked = false;
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var low = header.toLowerCase(Locale.ROOT);
            last |= low.equals("connection: close");
            chunked |= low.equals("transfer-encoding: chunked");
            length = low.startsWith("content-length:")
                    ? Integer.parseInt(low.substring(15).strip())
                    : length;
        }
        return new Answer(status, last, chunked ? chunks() : new String(bytes(length), ISO_8859_1));
    }

    /** What comes until the server ends the stream well. */
    private String chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = size(); length > 0; length = size()) {
            body.write(bytes(length));
            line();
        }
        line();
        return body.toString(ISO_8859_1);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new EOFException("the connection ended where an answer was to come");
            }
            line.append((char) sign);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
