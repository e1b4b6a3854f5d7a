package feiyan.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Another system that is told by webhook: it checks who speaks, and keeps one of each message. */
final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "whsec_";

    private final HttpServer server;
    private final Map<String, Step> kept = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();
    private volatile @Nullable String secret;

    /** One step of an order, as a message told it. */
    record Step(UUID order, int version) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/feiyan", this::told);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feiyan";
    }

    void trusts(String secret) {
        this.secret = secret;
    }

    private void told(HttpExchange message) throws IOException {
        try (message) {
            var body = new String(message.getRequestBody().readAllBytes(), UTF_8);
            var id = message.getRequestHeaders().getFirst("webhook-id");
            boolean genuine = isGenuine(message, id, body);
            if (genuine) {
                keep(id, body);
            } else {
                forged.incrementAndGet();
            }
            message.sendResponseHeaders(genuine ? 204 : 401, -1);
        }
    }

    private void keep(String id, String body) {
        var order = JSON.readTree(body).path("order");
        var step = new Step(
                UUID.fromString(order.path("id").asString()),
                order.path("version").asInt());
        if (kept.putIfAbsent(id, step) != null) {
            repeated.incrementAndGet();
        }
    }

    private boolean isGenuine(HttpExchange message, @Nullable String id, String body) {
        var known = secret;
        var signature = message.getRequestHeaders().getFirst("webhook-signature");
        var moment = message.getRequestHeaders().getFirst("webhook-timestamp");
        return known != null
                && id != null
                && signature != null
                && MessageDigest.isEqual(
                        signature.getBytes(UTF_8),
                        signed(known, id + "." + moment + "." + body).getBytes(UTF_8));
    }

    private static String signed(String secret, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(words.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Map<String, Step> kept() {
        return Map.copyOf(kept);
    }

    int repeated() {
        return repeated.get();
    }

    int forged() {
        return forged.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
