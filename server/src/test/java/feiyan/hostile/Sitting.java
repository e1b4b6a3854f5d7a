package feiyan.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.demo.Cast;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser that obeys no rule: it keeps cookies, and sends whatever it is told. */
final class Sitting {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;
    private final @Nullable Cast who;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param who null for somebody who is not signed in */
    Sitting(String base, @Nullable Cast who) {
        this.base = base;
        this.who = who;
    }

    @Nullable
    Cast who() {
        return who;
    }

    /** Signed in anew: what was sent may have signed it out, or ended its sessions everywhere. */
    void enter() throws IOException, InterruptedException {
        cookies.clear();
        if (who != null) {
            var door = page(get("/enter"));
            var token = door.select("form[action$=/enter/" + who.code() + "] input[name=_csrf]");
            post("/enter/" + who.code(), form(Map.of("_csrf", token.attr("value"))));
        }
    }

    /** Which session and which token it has now. */
    String session() {
        return cookies.getOrDefault("feiyan", "") + " " + cookies.getOrDefault("csrf", "");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length == 2 && !pair[1].isEmpty()) {
            cookies.put(pair[0], pair[1]);
        } else {
            cookies.remove(pair[0]);
        }
    }

    @Override
    public String toString() {
        return who + " with " + cookies;
    }

    static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&")));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }
}
