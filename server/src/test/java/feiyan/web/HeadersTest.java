package feiyan.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What stands on top of every answer, whatever it answers. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(HeadersTest.Odd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {

    private static final String PASSWORD = "swallow over wheat";

    /** Answers that no page of ours gives on purpose. */
    @Controller
    static class Odd {

        @GetMapping("/odd/bug")
        String bug() {
            throw new IllegalStateException("a bug");
        }

        @GetMapping("/odd/picture")
        ResponseEntity<byte[]> picture() {
            return ResponseEntity.ok().header("Content-Type", "image/jpeg").body(new byte[] {1, 2, 3});
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Http http;

    @BeforeAll
    void aClerkAtWork() throws Exception {
        var village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        var person = village.clerk.person();
        var account = Objects.requireNonNull(village.the(Accounts.class)
                .openFor(village.county, List.of(person))
                .get(person));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        var phone = village.the(Persons.class)
                .phone(village.county, person, person, null)
                .orElseThrow();
        http = new Http(port);
        http.post(
                "/staff/sign-in",
                "/staff/sign-in",
                "phone=" + phone.digits() + "&password=" + PASSWORD.replace(' ', '+'));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a page,/inbox,200",
        "a page of one's own,/sessions,200",
        "a fragment,/messages/bell,200",
        "data,/sessions/current,200",
        "a picture,/odd/picture,200",
        "no such page,/no-such-page,404",
        "no such order,/orders/0190aaaa-0000-7000-8000-000000000000,404",
        "no such file,/_static/none.css,404",
        "not one's own,/admin/policy,403",
        "half an address,/orders/x/media/y,404",
        "a bug,/odd/bug,500",
        "a redirect,/sign-in/code,302"
    })
    void everyAnswerIsProtectedAndKeptByNobody(String what, String path, int status) throws Exception {
        var answer = http.get(path);
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        isProtected(answer.headers());
        isKeptByNobody(answer.headers());
    }

    @Test
    void aStrangersAnswersAreToo() throws Exception {
        var stranger = new Http(port);
        for (var path : List.of("/", "/inbox", "/sign-in", "/staff/sign-in", "/messages/bell")) {
            var answer = stranger.get(path);
            isProtected(answer.headers());
            isKeptByNobody(answer.headers());
        }
    }

    /** No page at all: nothing is loaded from it or into it. */
    @Test
    void aProblemOfTheInterfaceIsToo() throws Exception {
        var answer = http.get("/api/v1/nothing");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        isProtectedBesides(answer.headers());
        isKeptByNobody(answer.headers());
    }

    @Test
    void aFormsAnswersAreToo() throws Exception {
        isAnswered(http.postWithoutToken("/sessions/end-others", ""), 403);
        isAnswered(http.post("/sign-in", "/sign-in", "phone=1"), 422);
        isAnswered(http.post("/sign-in", "/inbox", ""), 405);
        isAnswered(http.post("/sessions", "/sessions/0190aaaa-0000-7000-8000-000000000000/end", ""), 409);
        isAnswered(http.post("/sign-in", "/view-settings", "elder=false&back=/"), 303);
    }

    private static void isAnswered(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        isProtected(answer.headers());
        isKeptByNobody(answer.headers());
    }

    @Test
    void aFileIsKeptForGood() throws Exception {
        var answer = http.get("/_static/feiyan.css");
        assertThat(answer.statusCode()).isEqualTo(200);
        isProtected(answer.headers());
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Pragma")).isEmpty();
    }

    /** A stream does not end by itself: its head is enough. */
    @Test
    void aStreamIsProtected() throws Exception {
        var head = head("GET /messages/live HTTP/1.1\r\nHost: localhost:%d\r\nCookie: feiyan=%s\r\n\r\n"
                .formatted(port, http.cookie("feiyan")));
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains(
                        "text/event-stream", "Content-Security-Policy: default-src 'self'", "Cache-Control: no-store");
        isProtected(headers(head));
    }

    @Test
    void whatNeverReachesAPageIsProtected() throws Exception {
        var misdirected = head("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        assertThat(misdirected).startsWith("HTTP/1.1 421");
        isProtected(headers(misdirected));
        isKeptByNobody(headers(misdirected));
        var tooLarge = head(
                "POST /sign-in HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 99000000\r\n\r\n".formatted(port));
        assertThat(tooLarge).startsWith("HTTP/1.1 413");
        isProtected(headers(tooLarge));
    }

    private String head(String request) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(request.getBytes(ISO_8859_1));
            line.getOutputStream().flush();
            var said = new StringBuilder();
            for (int sign = line.getInputStream().read();
                    sign >= 0;
                    sign = line.getInputStream().read()) {
                said.append((char) sign);
                if (said.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            return said.toString();
        }
    }

    private static HttpHeaders headers(String head) {
        var lines = head.lines().skip(1).filter(line -> line.contains(": ")).toList();
        var all = lines.stream()
                .collect(groupingBy(
                        line -> line.substring(0, line.indexOf(':')),
                        mapping(line -> line.substring(line.indexOf(':') + 2), toList())));
        return HttpHeaders.of(all, (name, value) -> true);
    }

    private static void isProtected(HttpHeaders headers) {
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .satisfies(policy -> {
                    assertThat(List.of(policy.split("; ", -1)))
                            .contains(
                                    "default-src 'self'",
                                    "script-src 'self'",
                                    "style-src 'self'",
                                    "object-src 'none'",
                                    "base-uri 'none'",
                                    "form-action 'self'",
                                    "frame-ancestors 'none'");
                    assertThat(policy).doesNotContain("unsafe", "*", "http:", "https:");
                });
        isProtectedBesides(headers);
    }

    private static void isProtectedBesides(HttpHeaders headers) {
        assertThat(headers.allValues("X-Content-Type-Options"))
                .contains("nosniff")
                .containsOnly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=(self)", "usb=()");
        assertThat(headers.map()).doesNotContainKeys("server", "Server", "x-powered-by", "X-Powered-By");
    }

    private static void isKeptByNobody(HttpHeaders headers) {
        assertThat(headers.allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
    }
}
