package feiyan.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a request until it is answered: always the same one, under the same key. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** So many in a hundred answered writes are sent once more. */
    private static final int AGAIN_PERCENT = 10;

    private final HttpClient http;
    private final String base;
    private final Ledger ledger;
    private final Random random;
    private volatile String last = "nothing";

    Caller(HttpClient http, int port, Ledger ledger, Random random) {
        this.http = http;
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.ledger = ledger;
        this.random = random;
    }

    /** For whoever asks why nothing goes on. */
    String last() {
        return last;
    }

    /** An answer that nobody who behaves should get. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String what) {
            super(what, null, false, false);
        }
    }

    JsonNode read(String token, String path) throws Refused, InterruptedException {
        return JSON.readTree(answered(request(token, path).GET().build()).body());
    }

    /** Without a key where the body has an id of our making. */
    JsonNode write(String token, String path, @Nullable Integer version, String body, boolean keyed)
            throws Refused, InterruptedException {
        var request =
                request(token, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (keyed) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        var first = acknowledged(request.build());
        if (random.nextInt(100) < AGAIN_PERCENT) {
            again(request.build(), first);
        }
        return JSON.readTree(first.body());
    }

    private void again(HttpRequest request, HttpResponse<String> first) throws Refused, InterruptedException {
        var second = acknowledged(request);
        if (second.statusCode() != first.statusCode() || !second.body().equals(first.body())) {
            ledger.otherAnswer("%s: %s, then %s".formatted(request.uri().getPath(), first.body(), second.body()));
        }
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .timeout(PATIENCE);
    }

    private HttpResponse<String> acknowledged(HttpRequest request) throws Refused, InterruptedException {
        var answer = answered(request);
        ledger.answered(answer.headers().firstValue("Idempotency-Replayed").isPresent());
        return answer;
    }

    private HttpResponse<String> answered(HttpRequest request) throws Refused, InterruptedException {
        last = request.method() + " " + request.uri().getPath();
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = sent(request);
            if (answer != null && isFinal(request, answer)) {
                if (answer.statusCode() / 100 != 2) {
                    throw new Refused(request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
                }
                return answer;
            }
            Thread.sleep(50 + random.nextInt(300));
        }
        throw new Refused(request.uri().getPath() + ": no answer for " + LONGEST);
    }

    private @Nullable HttpResponse<String> sent(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException cut) {
            ledger.noAnswer();
            return null;
        }
    }

    private boolean isFinal(HttpRequest request, HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 429, 503 -> ledger.toldToWait();
            case 500 -> ledger.bug(request.uri().getPath() + ": 500 " + answer.body());
            default -> {
                return true;
            }
        }
        return false;
    }
}
