package feiyan.demo.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One of the cast with a browser of their own: in by the one tap, then to each page that their first one leads to. */
final class RehearsedVisit {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)[\"#]");
    private static final int ENOUGH = 16;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String address;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    RehearsedVisit(String address) {
        this.address = address;
    }

    /** The pages and files that were there; not all that is linked is for everybody. */
    List<String> as(String part) throws IOException, InterruptedException {
        var there = new ArrayList<String>();
        for (var link : links(entered(part))) {
            if (send(to(link).header("Accept-Encoding", "gzip").GET()).statusCode() == OK) {
                there.add(link);
            }
        }
        return there;
    }

    private String entered(String part) throws IOException, InterruptedException {
        var hidden = HIDDEN.matcher(page(to("/enter").GET()));
        if (!hidden.find()) {
            throw new IOException("no form to enter by");
        }
        return page(to("/enter/" + part)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(hidden.group(1), StandardCharsets.UTF_8))));
    }

    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .distinct()
                .limit(ENOUGH)
                .toList();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private String page(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = send(request);
        if (answer.statusCode() != OK) {
            throw new IOException(answer.statusCode() + " for " + answer.uri());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
