package feiyan.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A plain one, which knows nothing of HTTP: each connection goes to the next server, or to whichever still answers. */
final class Balancer implements AutoCloseable {

    private final List<Integer> ports;
    private final ServerSocket door;
    private final AtomicInteger next = new AtomicInteger();

    private Balancer(List<Integer> ports, ServerSocket door) {
        this.ports = ports;
        this.door = door;
    }

    static Balancer before(Integer... ports) throws IOException {
        var balancer = new Balancer(List.of(ports), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(balancer::serve);
        return balancer;
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                Thread.ofVirtual().start(() -> lead(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket visitor) {
        try (visitor;
                var server = living()) {
            var back = Thread.ofVirtual().start(() -> pour(server, visitor));
            pour(visitor, server);
            back.join();
        } catch (IOException | InterruptedException nobodyAnswers) {
            // The visitor sees a connection that ends.
        }
    }

    private Socket living() throws IOException {
        for (int tried = 0; tried < ports.size(); tried++) {
            var port = ports.get(Math.floorMod(next.getAndIncrement(), ports.size()));
            var server = new Socket();
            try {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return server;
            } catch (IOException refused) {
                server.close();
            }
        }
        throw new IOException("nobody answers");
    }

    private static void pour(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException broken) {
            // One end is gone: so is the other.
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException goneAlready) {
            // As it should be.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
