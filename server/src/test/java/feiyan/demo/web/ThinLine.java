package feiyan.demo.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A browser as far as bytes go: what it fetches, as it comes over the wire, for a page and for the files in it. */
final class ThinLine {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/_static/[^\"#]+)[\"#]");

    private final String address;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    ThinLine(String address) {
        this.address = address;
    }

    /** @param files what may be kept for good, and so is not fetched at a second visit */
    record Visit(String text, long page, List<Long> files) {

        long first() {
            return page + files.stream().mapToLong(Long::longValue).sum();
        }
    }

    void enter(String part) throws IOException, InterruptedException {
        var hidden = HIDDEN.matcher(text(answer(to("/enter").GET())));
        hidden.find();
        answer(to("/enter/" + part)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + hidden.group(1))));
    }

    Visit visit(String path, String... headers) throws IOException, InterruptedException {
        var request = to(path).GET();
        var page = answer(headers.length == 0 ? request : request.headers(headers));
        var files = new ArrayList<Long>();
        for (var file : FILE.matcher(text(page))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList()) {
            files.add(kept(answer(to(file).GET())));
        }
        return new Visit(text(page), weight(page), files);
    }

    private static long kept(HttpResponse<byte[]> file) {
        if (!file.headers().firstValue("Cache-Control").orElse("").contains("immutable")) {
            throw new IllegalStateException(file.uri() + " is fetched anew at each visit");
        }
        return weight(file);
    }

    /** The lines above the answer, too. */
    private static long weight(HttpResponse<byte[]> answer) {
        long lines = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey().length() + value.length() + ": \r\n".length()))
                .mapToLong(Integer::longValue)
                .sum();
        return lines + answer.body().length;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        var packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var body = new java.io.ByteArrayInputStream(answer.body());
                var read = packed ? new GZIPInputStream(body) : body) {
            return new String(read.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = browser.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " for " + answer.uri());
        }
        return answer;
    }
}
