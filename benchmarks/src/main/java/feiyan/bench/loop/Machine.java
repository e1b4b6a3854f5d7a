package feiyan.bench.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that has somebody's token, and speaks JSON. */
public final class Machine {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NOTHING = new byte[0];

    private final Wire wire;
    private final String head;

    public Machine(Wire wire, String token) {
        this.wire = wire;
        this.head = "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n";
    }

    public JsonNode get(Instant at, String path) {
        return read(path, wire.send("GET", "/api/v1" + path, head + hour(at), NOTHING));
    }

    public JsonNode post(Instant at, String path, @Nullable String body) {
        return send(at, path, "", body);
    }

    /** On the version that its sender saw. */
    public JsonNode post(Instant at, String path, int version, @Nullable String body) {
        return send(at, path, "If-Match: \"" + version + "\"\r\n", body);
    }

    /** Once more under the same key, as whoever did not hear the answer sends it. */
    public JsonNode twice(Instant at, String path, @Nullable String body) {
        var key = UUID.randomUUID();
        send(at, path, "", key, body);
        return send(at, path, "", key, body);
    }

    /** Under a key of its own, as each write has one. */
    private JsonNode send(Instant at, String path, String more, @Nullable String body) {
        return send(at, path, more, UUID.randomUUID(), body);
    }

    private JsonNode send(Instant at, String path, String more, UUID key, @Nullable String body) {
        var all = head + hour(at) + more + "Idempotency-Key: " + key + "\r\n";
        var typed = body == null ? all : all + "Content-Type: application/json\r\n";
        var bytes = body == null ? NOTHING : body.getBytes(StandardCharsets.UTF_8);
        return read(path, wire.send("POST", "/api/v1" + path, typed, bytes));
    }

    private static String hour(Instant at) {
        return BenchBeans.HOUR + ": " + BenchBeans.hour(at) + "\r\n";
    }

    private static JsonNode read(String path, Wire.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
        }
        return JSON.readTree(answer.text());
    }
}
