package feiyan.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A plain one, which knows nothing of HTTP. */
final class Balancer implements AutoCloseable {

    private final List<Integer> ports;
    private final ServerSocket door;
    private final IntSupplier first;

    private Balancer(List<Integer> ports, ServerSocket door, IntSupplier first) {
        this.ports = ports;
        this.door = door;
        this.first = first;
    }

    /** Each connection goes to the next server, or to whichever still answers. */
    static Balancer before(Integer... ports) throws IOException {
        return serving(new AtomicInteger()::getAndIncrement, ports);
    }

    /** Each goes to the first server as long as that answers: the others stand by. */
    static Balancer toTheFirstOf(Integer... ports) throws IOException {
        return serving(() -> 0, ports);
    }

    private static Balancer serving(IntSupplier first, Integer... ports) throws IOException {
        var balancer = new Balancer(List.of(ports), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), first);
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
        int begin = first.getAsInt();
        for (int tried = 0; tried < ports.size(); tried++) {
            var port = ports.get(Math.floorMod(begin + tried, ports.size()));
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
