package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.SignIns;
import feiyan.cast.ApiClient;
import feiyan.units.Actor;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody with a browser: keeps the cookies of whichever port and sends forms back with their token. */
final class Visitor {

    private static final String SIGN_IN = "feiyan";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser;

    Visitor(Redirect redirect) {
        browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /** As the last step of each way in opens it, on a server of its own: the test's house. */
    static Visitor signedIn(ApplicationContext house, Actor actor) throws IOException, ServletException {
        var who = ApiClient.signedIn(house, actor);
        var response = new MockHttpServletResponse();
        house.getBean("springSessionRepositoryFilter", Filter.class)
                .doFilter(
                        new MockHttpServletRequest(),
                        response,
                        (request, answer) -> house.getBean(SignIns.class)
                                .open((HttpServletRequest) request, (HttpServletResponse) answer, who));
        SecurityContextHolder.clearContext();
        var visitor = new Visitor(Redirect.NEVER);
        visitor.keep(Objects.requireNonNull(response.getCookie(SIGN_IN)).getValue());
        return visitor;
    }

    private void keep(String signIn) {
        var cookie = new HttpCookie(SIGN_IN, signIn);
        cookie.setVersion(0);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create("http://localhost"), cookie);
    }

    String signIn() {
        return cookies()
                .filter(cookie -> cookie.getName().equals(SIGN_IN))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** As they go over the line. */
    String allCookies() {
        return cookies()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Stream<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies().stream();
    }

    HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return browser.send(request(port, path).build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    /** To whichever port, with the token of a form that was shown by the same or another. */
    HttpResponse<String> post(int port, String path, HttpResponse<String> shown, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = found("name=\"_csrf\" value=\"([^\"]+)\"", shown.body());
        var form = Stream.concat(Stream.of(Map.entry("_csrf", token)), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(port, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /** Where a form that was taken leads, on whichever server. */
    static String next(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** With a page open that listens to this server. */
    void hearsOf(Callable<?> change, int port) throws Exception {
        var opened = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var live = browser.send(request(port, "/messages/live").build(), BodyHandlers.ofLines());
        Thread.ofVirtual()
                .start(() -> live.body()
                        .takeWhile(line -> changed.getCount() > 0)
                        .forEach(line -> {
                            opened.countDown();
                            if (line.equals("event:changed")) {
                                changed.countDown();
                            }
                        }));
        assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
        change.call();
        assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** What is chosen on a page as it stands. */
    static Map<String, String> chosen(HttpResponse<String> shown) {
        return Pattern.compile("<input type=\"radio\" [^>]*name=\"([^\"]+)\" value=\"([^\"]+)\" checked")
                .matcher(shown.body())
                .results()
                .collect(Collectors.toMap(choice -> choice.group(1), choice -> choice.group(2)));
    }

    static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
