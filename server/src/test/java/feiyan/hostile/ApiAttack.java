package feiyan.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.hostile.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls one endpoint as its description does not allow. */
final class ApiAttack {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Decided anew each time, and written down each time: who sees what is no write. */
    private static final Pattern READS = Pattern.compile(".*(-view|/look|/search|/preview)");

    private static final List<String> NO_JSON = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "{",
            "{\"a\":}",
            "{\"a\":1,\"a\":2}",
            "\ufeff{}",
            "{}{}",
            "{\"id\":1e99999}",
            "[".repeat(20_000),
            "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
            "{\"a\":\"\\u0000\"}",
            "{\"a\":\"\\ud800\"}",
            "9".repeat(5_000),
            "{\"@class\":\"java.lang.Runtime\",\"@type\":\"x\"}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/merge-patch+json",
            "*/*",
            "json");

    private static final List<String> FORGED = List.of(
            "Bearer x",
            "Bearer ",
            "Bearer fy_" + "A".repeat(60),
            "Basic YWRtaW46YWRtaW4=",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
            "Bearer " + "z".repeat(5_000));

    private final String base;
    private final List<String> tokens;
    private final ApiDocument document;
    private final List<String> ids;
    private final Findings findings;
    private final RandomGenerator luck;

    ApiAttack(
            String base,
            List<String> tokens,
            ApiDocument document,
            List<String> ids,
            Findings findings,
            RandomGenerator luck) {
        this.base = base;
        this.tokens = tokens;
        this.document = document;
        this.ids = ids;
        this.findings = findings;
        this.luck = luck;
    }

    void send(Operation operation) throws IOException, InterruptedException {
        boolean writes = !operation.method().equals("GET");
        var body = operation.body() == null ? null : document.fitting(operation.body(), ids, luck);
        switch (luck.nextInt(10)) {
            case 0 ->
                send(operation, path(operation, true), string(body), FORGED.get(luck.nextInt(FORGED.size())), key());
            case 1 -> send(operation, path(operation, false), writes ? any(NO_JSON) : null, token(), key());
            case 2 -> ofWrongType(operation, string(body));
            case 3 -> send(operation, path(operation, false), string(body), token(), writes ? odd() : null);
            case 4 -> twice(operation, string(body));
            case 5, 6 -> send(operation, path(operation, true), string(body), token(), key());
            default -> send(operation, path(operation, false), string(poisoned(body)), token(), key());
        }
    }

    private String path(Operation operation, boolean poisonToo) {
        var path = operation.path();
        for (var name : operation.inPath()) {
            var value = poisonToo && luck.nextBoolean() ? cut(Poison.any(luck)) : ids.get(luck.nextInt(ids.size()));
            path = path.replace(
                    "{" + name + "}",
                    value.isEmpty() ? "%20" : Sitting.encoded(value).replace("+", "%20"));
        }
        var query = operation.inQuery().stream()
                .filter(name -> poisonToo || luck.nextInt(4) == 0)
                .map(name -> name + "=" + Sitting.encoded(cut(Poison.any(luck))))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String cut(String value) {
        return value.length() > 600 ? value.substring(0, 600) : value;
    }

    /** One property is something else than it should be: of another type, missing, or unknown. */
    private @Nullable JsonNode poisoned(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode object) || object.isEmpty()) {
            return body;
        }
        var names = new ArrayList<>(object.propertyNames());
        var name = names.get(luck.nextInt(names.size()));
        switch (luck.nextInt(7)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, luck.nextLong());
            case 3 -> object.putObject(name).put(Poison.MARK, 1);
            case 4 -> object.put("unasked", Poison.any(luck));
            default -> object.put(name, Poison.any(luck));
        }
        return object;
    }

    private void ofWrongType(Operation operation, @Nullable String body) throws IOException, InterruptedException {
        var request = request(operation, path(operation, false), token(), key())
                .header("Content-Type", any(TYPES))
                .header("Accept", luck.nextBoolean() ? "application/xml" : "*/*")
                .header("Accept-Language", luck.nextBoolean() ? "x-" + Poison.MARK : "zz,*;q=9");
        judge(operation, body, call(operation, request, body));
    }

    /** A replay is answered as the first time, or the first was refused for a reason that a second would be, too. */
    private void twice(Operation operation, @Nullable String body) throws IOException, InterruptedException {
        var path = path(operation, false);
        var key = key();
        var token = token();
        var first = send(operation, path, body, token, key);
        var second = send(operation, path, body, token, key);
        boolean replayed = second.headers().firstValue("Idempotency-Replayed").isPresent();
        if (replayed
                && (first.statusCode() != second.statusCode() || !first.body().equals(second.body()))) {
            findings.add(
                    "a replay is answered otherwise at " + operation.name(),
                    second,
                    second.body() + "\nfirst: " + first.statusCode() + " " + first.body());
        }
        boolean reads = operation.method().equals("GET")
                || READS.matcher(operation.path()).matches();
        if (!reads && first.statusCode() < 300 && !replayed && second.statusCode() < 300) {
            findings.add(
                    "a write was done twice under one key at " + operation.name(), second, body + "\n" + second.body());
        }
    }

    private HttpResponse<String> send(
            Operation operation, String path, @Nullable String body, String token, @Nullable String key)
            throws IOException, InterruptedException {
        var request = request(operation, path, token, key);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var answer = call(operation, request, body);
        judge(operation, path + "\n" + body, answer);
        return answer;
    }

    private HttpRequest.Builder request(Operation operation, String path, String token, @Nullable String key) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", token);
        if (key != null && !operation.method().equals("GET")) {
            request.header("Idempotency-Key", key);
        }
        if (luck.nextInt(3) > 0) {
            request.header("If-Match", luck.nextInt(3) == 0 ? odd() : "\"" + (1 + luck.nextInt(4)) + "\"");
        }
        return request;
    }

    private static HttpResponse<String> call(Operation operation, HttpRequest.Builder request, @Nullable String body)
            throws IOException, InterruptedException {
        var sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
        return HTTP.send(request.method(operation.method(), sent).build(), BodyHandlers.ofString(UTF_8));
    }

    private void judge(Operation operation, @Nullable String sent, HttpResponse<String> answer) {
        findings.check(operation.name(), String.valueOf(sent), answer);
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json")) {
            // What the container itself cannot read is refused before anybody knows that it was for the API.
            if (answer.statusCode() != 400 || !type.startsWith("text/plain")) {
                findings.add("no problem but " + type + " at " + operation.name(), answer, String.valueOf(sent));
            }
        }
    }

    private static @Nullable String string(@Nullable JsonNode body) {
        return body == null ? null : body.toString();
    }

    private String token() {
        return "Bearer " + tokens.get(luck.nextInt(tokens.size()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Whatever fits into a header. */
    private String odd() {
        var fit = Poison.any(luck).replaceAll("[^\\x20-\\x7e]", "");
        return cut(fit);
    }

    private String any(List<String> texts) {
        return texts.get(luck.nextInt(texts.size()));
    }
}
