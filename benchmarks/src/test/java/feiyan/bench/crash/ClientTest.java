package feiyan.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import feiyan.bench.crash.Players.Hand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers all alike, to see what a client asks of it. */
class ClientTest {

    private static final String ORDER = UUID.randomUUID().toString();

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/api/v1", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().getPath().substring("/api/v1".length()));
            var body = "{\"id\":\"%s\",\"version\":%d,\"state\":\"NEW\"}"
                    .formatted(ORDER, asked.size())
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A run that is quicker than its volunteers' hours would otherwise stand still, and its server be blamed. */
    @Test
    @Timeout(60)
    void whereAllVolunteersAreBookedNeedsComeAndAreCalledOff() {
        var ledger = new Ledger();
        var cast = new Players(1, ORDER, ORDER, "", List.of());
        try (var http = HttpClient.newHttpClient()) {
            var caller = new Caller(http, server.getAddress().getPort(), ledger, new Random(1));
            var hand = new Hand("household", "desk", List.of());
            new Client(cast, hand, caller, ledger, Duration.ZERO, () -> ledger.acknowledged() >= 6).run();
        }
        var path = "/orders/" + ORDER;
        assertThat(asked.stream().distinct()).containsExactly("/orders", path + "/approval", path + "/cancellation");
        assertThat(ledger.acknowledged()).isGreaterThanOrEqualTo(6);
        assertThat(ledger.counts().refused()).isZero();
        assertThat(ledger.counts().loops()).isZero();
    }
}
