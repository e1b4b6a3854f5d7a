package feiyan.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no browser sends: each is answered, as somebody else's mistake, with the headers of every answer. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
class RawRequestsTest {

    private static final int SOON = 10_000;

    @LocalServerPort
    private int port;

    static Stream<String> targets() {
        return Stream.of(
                "/%00",
                "/%",
                "/%zz",
                "/%c0%ae%c0%ae/",
                "/a%2Fb",
                "/a%5Cb",
                "/%2500",
                "/a;b=c",
                "/;jsessionid=1/admin",
                "/..;/admin",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "//evil.example/x",
                "/\\evil.example",
                "/%0d%0aX-Zq9k:%201",
                "/sign-in?next=%0d%0aX-Zq9k:%201",
                "/sign-in?next=%E7%8E",
                "/sign-in?next=%zz",
                "/sign-in?next=%",
                "/sign-in?%FF=1",
                "/admin/retention?retention.orders=%E7%8E",
                "/sign-in?next=//evil.example",
                "/sign-in?next=/%5cevil.example",
                "/_static/../application.properties",
                "/_static/%2e%2e/application.properties",
                "/_static/..%2f..%2fapplication.properties",
                "/_static/%252e%252e/application.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/actuator/env",
                "/" + "x".repeat(7_000),
                "/admin/retention?retention.orders=" + "%E7%8E%8B".repeat(400),
                "/admin/retention?retention.orders=" + "%E7%8E%8B".repeat(800),
                "/?" + "a=b&".repeat(1_500),
                "http://evil.example/",
                "*",
                "x");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anAddressThatIsNoneOfOurs(String target) throws IOException {
        var answer = ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        refusedWell(answer);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("\nx-zq9k", "spring.application.name", "root:x:", "manifest-version");
    }

    static Stream<String> whole() {
        return Stream.of(
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PROPFIND / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "DELETE /orders HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "FEIYAN / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(70_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(300) + "\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX Y: z\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xyz\r\nConnection: close\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n",
                multipart("/sign-in", "--x\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n139"),
                multipart("/sign-in", "--x\r\n" + "A: b\r\n".repeat(500) + "\r\n139\r\n--x--\r\n"),
                multipart("/sign-in", "--x--\r\n"),
                multipart("/sign-in", ""));
    }

    @Test
    void aFormOfManyMegabytesIsTooLargeAndNoFaultOfOurs() throws IOException {
        var field = "--x\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n" + "1".repeat(3_000_000);
        var answer = ask(multipart("/sign-in", field + "\r\n--x--\r\n"));
        refusedWell(answer);
        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    private static String multipart(String path, String body) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @ParameterizedTest
    @MethodSource("whole")
    void aRequestThatNoBrowserSends(String request) throws IOException {
        refusedWell(ask(request));
    }

    private static void refusedWell(String answer) {
        // 200 where the address is harmless after all, 302 to the sign-in; 501 and 505 are what RFC 9112 asks for where
        // a transfer coding or the protocol itself is unknown. Never a fault of ours.
        assertThat(answer).matches("(?s)HTTP/1\\.1 ([234]\\d\\d|501|505) .*");
        assertThat(answer).doesNotContain("Apache Tomcat", "org.springframework", "java.lang", "\tat ");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("\nx-content-type-options: nosniff", "\ncontent-security-policy:")
                .doesNotContain("\nserver:", "\nx-powered-by");
    }

    private String ask(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOON);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
