package feiyan.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another system, on this machine, that keeps what it was told. */
final class Receiver implements AutoCloseable {

    record Told(String path, String id, String timestamp, String signature, String body) {}

    final List<Told> told = new CopyOnWriteArrayList<>();
    volatile int answers = 204;
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        told.add(new Told(
                call.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(call.getRequestBody().readAllBytes(), UTF_8)));
        call.getResponseHeaders().add("Location", address("/elsewhere"));
        call.sendResponseHeaders(answers, -1);
        call.close();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
