package feiyan.bench.start;

import feiyan.bench.served.ApiWords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole loop over the API, from the words of a need to its rating, by several at once. */
final class ApiLoop {

    private static final JsonMapper JSON = new JsonMapper();
    /** Near enough to check in, far enough to be asked. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final Duration ahead;
    private final AtomicInteger played = new AtomicInteger();
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

    ApiLoop(String address, Duration ahead) {
        this.api = address + "/api/v1";
        this.ahead = ahead;
    }

    record Played(int loops) {

        String json() {
            return "\"loops\":" + loops;
        }
    }

    Played play(Collection<Turn> turns, int clients, int seconds) {
        var left = new ConcurrentLinkedQueue<>(turns);
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var players = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                players.execute(() -> playUntil(end, left));
            }
        }
        if (refused.get() != null) {
            throw new IllegalStateException("refused in the loop: " + refused.get());
        }
        return new Played(played.get());
    }

    private void playUntil(long end, ConcurrentLinkedQueue<Turn> left) {
        try {
            for (var turn = left.poll(); turn != null && System.nanoTime() < end; turn = left.poll()) {
                play(turn);
                played.incrementAndGet();
            }
        } catch (IOException | RuntimeException broken) {
            refused.compareAndSet(null, broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Turn turn) throws IOException, InterruptedException {
        var from = Instant.now().plus(ahead).plus(SOON).truncatedTo(ChronoUnit.SECONDS);
        var placed = post(turn.resident(), "/orders", null, ApiWords.need("", turn.project(), turn.station(), from));
        var order = "/orders/" + placed.path("id").asString();
        var approved = post(turn.desk(), order + "/approval", version(placed), "{}");
        var asked = ApiWords.asked(from, turn.volunteer());
        var offered = post(turn.desk(), order + "/offers", version(approved), asked);
        post(turn.helper(), "/offers/" + ApiWords.offer(offered) + "/acceptance", null, "{}");
        var code = get(turn.resident(), order + "/check-in-code").path("code").asString();
        var seat = "/seats/" + seat(get(turn.helper(), "/my-day"));
        post(turn.helper(), seat + "/check-in", null, ApiWords.code(code));
        post(turn.helper(), seat + "/check-out", null, "{}");
        post(turn.resident(), order + "/rating", version(get(turn.resident(), order)), ApiWords.RATING);
    }

    /** Nobody serves twice: the day holds one. */
    private static String seat(JsonNode day) {
        var services = day.path("today").isEmpty() ? day.path("toCome") : day.path("today");
        return services.get(0).path("seat").asString();
    }

    private static String version(JsonNode order) {
        return order.path("version").asString();
    }

    private JsonNode get(String token, String path) throws IOException, InterruptedException {
        return answer(to(token, path).GET());
    }

    private JsonNode post(String token, String path, @Nullable String version, String body)
            throws IOException, InterruptedException {
        var request = to(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        return answer(version == null ? request : request.header("If-Match", "\"" + version + "\""));
    }

    private HttpRequest.Builder to(String token, String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
