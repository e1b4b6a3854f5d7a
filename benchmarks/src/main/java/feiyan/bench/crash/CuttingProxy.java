package feiyan.bench.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between the clients and the server. While it is bad, it passes on some bytes of a request or of an answer
 * and hangs up: the client cannot know what happened.
 */
final class CuttingProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final int BUFFER = 16 * 1024;
    /** So many in a hundred reads are cut. */
    private static final int CUT_PERCENT = 10;

    private final ServerSocket door;
    private final int server;
    private final Random random;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean bad;

    CuttingProxy(int server, Random random) throws IOException {
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.server = server;
        this.random = random;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    void isBad(boolean bad) {
        this.bad = bad;
    }

    int cuts() {
        return cuts.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                var far = new Socket()) {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), CONNECT_MILLIS);
            var there = Thread.ofVirtual().start(() -> pass(client, far));
            pass(far, client);
            there.join();
        } catch (IOException away) {
            // Whoever called finds the line closed, as it is.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one of them hangs up; then both lines are closed. */
    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            pass(from.getInputStream(), to.getOutputStream());
        } catch (IOException hungUp) {
            // That is how a line ends.
        }
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (bad && random.nextInt(100) < CUT_PERCENT) {
                cuts.incrementAndGet();
                to.write(buffer, 0, random.nextInt(read + 1));
                to.flush();
                return;
            }
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
