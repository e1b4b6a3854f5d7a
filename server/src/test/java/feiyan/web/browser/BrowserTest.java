package feiyan.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each browser test fails where a page of ours does what the content security policy forbids. */
class BrowserTest {

    private static final String POLICY = "default-src 'self'; form-action 'self'; base-uri 'self'";

    private HttpServer server;
    private String words = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var page = ("<!doctype html><html lang=en><title>t</title><link rel=icon href=data:,>" + words)
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Security-Policy", POLICY + "; img-src data:");
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title = 'mine'</script>",
                "<p style='color: red'>red</p>",
                "<button onclick='1'>b</button><script src='/x.js'></script><style>p { color: red }</style>",
                "<img src='https://tracker.example/pixel.gif'>"
            })
    void whatThePolicyForbidsFailsTheTest(String page) {
        words = page;
        assertThatThrownBy(this::visit)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forbidden by the content security policy");
    }

    @Test
    void whatItAllowsDoesNot() {
        words = "<h1>Swallows</h1>";
        visit();
    }

    @Test
    void whoLooksForSomethingLooksThroughTheWholePage() {
        words = "<main><h1>Swallows</h1><a href='/slow'>on</a></main>";
        server.createContext("/slow", BrowserTest::inTwoHalves);
        try (var browser = Browser.at(address())) {
            var page = browser.phone();
            page.navigate("/");
            page.locator("a").click();
            assertThat(page.locator("li").count()).isEqualTo(2);
        }
    }

    private static void inTwoHalves(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write("<!doctype html><html lang=en><title>t</title><link rel=icon href=data:,><ul><li>one"
                    .getBytes(UTF_8));
            body.flush();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            body.write("<li>two</ul>".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src=data:,> | image-alt",
                "<button></button> | button-name",
                "<p>??refusal.code_zh_CN??</p> | without translation",
                "<pre>A line far wider than any telephone that nobody breaks anywhere at all</pre> | scrolls sideways"
            })
    void whatSomebodyCannotReadDoesNotLookRight(String page, String complaint) {
        words = "<main><h1>Swallows</h1>" + page + "</main>";
        assertThatThrownBy(this::look).isInstanceOf(AssertionError.class).hasMessageContaining(complaint);
    }

    @Test
    void whatEverybodyCanReadLooksRight() {
        words = "<main><h1>Swallows</h1></main>";
        look();
    }

    private void look() {
        try (var browser = Browser.at(address())) {
            var page = browser.phone();
            page.navigate("/");
            Browser.looksRight(page, "browser-test");
        }
    }

    private void visit() {
        try (var browser = Browser.at(address())) {
            var page = browser.desk();
            page.navigate("/");
            assertThat(page.title()).isEqualTo("t");
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
