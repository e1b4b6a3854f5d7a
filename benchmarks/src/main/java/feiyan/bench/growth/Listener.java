package feiyan.bench.growth;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Another system that is told by webhook and takes whatever comes. */
final class Listener implements AutoCloseable {

    private static final int HEARD = 204;

    private final HttpServer server;

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", message -> {
            try (message) {
                message.getRequestBody().readAllBytes();
                message.sendResponseHeaders(HEARD, -1);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
