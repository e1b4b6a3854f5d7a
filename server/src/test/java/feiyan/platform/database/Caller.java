package feiyan.platform.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a cookie or a token, at whichever port. */
record Caller(HttpClient http, String header, String pass) {

    private static final JsonMapper JSON = new JsonMapper();

    static Caller withToken(String token) {
        return new Caller(HttpClient.newHttpClient(), "Authorization", "Bearer " + token);
    }

    static Caller withCookies(String cookies) {
        return new Caller(HttpClient.newHttpClient(), "Cookie", cookies);
    }

    HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(request(port, path).GET().build(), BodyHandlers.ofString());
    }

    /** @param headers by name and value */
    HttpResponse<String> post(int port, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(port, path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header(header, pass);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
