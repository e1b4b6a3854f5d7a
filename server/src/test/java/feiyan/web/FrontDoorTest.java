package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is let in, under which name, and who is believed about others. */
class FrontDoorTest {

    private static final String PUBLIC = "https://feiyan.example.cn";
    private static final String PROXY = "10.0.0.4";

    private String dialect = "x-forwarded";
    private @Nullable HttpServletRequest inside;

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        var settings = new MockEnvironment()
                .withProperty("server.address", "0.0.0.0")
                .withProperty("feiyan.proxies", PROXY + ", 10.0.1.0/24")
                .withProperty("feiyan.proxy-headers", dialect)
                .withProperty("feiyan.public-url", PUBLIC);
        var chain = new MockFilterChain();
        var response = new MockHttpServletResponse();
        new FrontDoor(Reach.of(settings)).doFilter(request, response, chain);
        inside = (HttpServletRequest) chain.getRequest();
        return response;
    }

    private HttpServletRequest inside() {
        return Objects.requireNonNull(inside, "nobody was let in");
    }

    private static MockHttpServletRequest from(
            String peer, String method, String path, String host, String... headers) {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(peer);
        request.setServerName(host);
        request.addHeader("Host", host);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    @Test
    void aVisitorBehindTheProxyIsSeenAsTheVisitor() throws Exception {
        send(from(
                PROXY,
                "GET",
                "/orders",
                "feiyan.example.cn",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https"));
        assertThat(inside().getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(inside().isSecure()).isTrue();
        assertThat(inside().getScheme()).isEqualTo("https");
        assertThat(inside().getServerName()).isEqualTo("feiyan.example.cn");
        assertThat(inside().getServerPort()).isEqualTo(443);
        assertThat(inside().getRequestURL()).hasToString(PUBLIC + "/orders");
        assertThat(Loopback.is(inside())).isFalse();
    }

    @Test
    void whatAStrangerForwardsIsNotBelieved() throws Exception {
        var response = send(from(
                "203.0.113.9",
                "GET",
                "/orders",
                "feiyan.example.cn",
                "X-Forwarded-For",
                "127.0.0.1",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "for=127.0.0.1;proto=https"));
        assertThat(inside).isNull();
        assertThat(response.getStatus()).isEqualTo(308);
        assertThat(response.getHeader("Location")).isEqualTo(PUBLIC + "/orders");
    }

    /** The proxy adds whom it sees at the right end; all to the left of that the visitor may have written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1, 203.0.113.9|203.0.113.9",
                "10.20.30.40,198.51.100.1 , 203.0.113.9|203.0.113.9",
                "127.0.0.1, 203.0.113.9, 10.0.1.8|203.0.113.9",
                "203.0.113.9:4711|203.0.113.9",
                "[2001:db8::9]:4711|2001:db8::9",
                "2001:db8::9|2001:db8::9"
            })
    void theVisitorIsTheFirstWhomNoProxyOfOursVouchesFor(String list, String visitor) throws Exception {
        send(from(PROXY, "GET", "/", "feiyan.example.cn", "X-Forwarded-For", list, "X-Forwarded-Proto", "https"));
        assertThat(inside().getRemoteAddr()).isEqualTo(visitor);
    }

    @Test
    void severalHeaderLinesAreOneList() throws Exception {
        send(from(
                PROXY,
                "GET",
                "/",
                "feiyan.example.cn",
                "X-Forwarded-For",
                "127.0.0.1",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https"));
        assertThat(inside().getRemoteAddr()).isEqualTo("203.0.113.9");
    }

    /** A proxy that writes one dialect passes on what a visitor wrote in the other. */
    @Test
    void onlyTheDialectThatTheProxySpeaksIsRead() throws Exception {
        send(from(
                PROXY,
                "GET",
                "/",
                "feiyan.example.cn",
                "Forwarded",
                "for=127.0.0.1;proto=https;host=localhost",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https"));
        assertThat(inside().getRemoteAddr()).isEqualTo("203.0.113.9");
        dialect = "forwarded";
        send(from(
                PROXY,
                "GET",
                "/",
                "internal",
                "Forwarded",
                "for=127.0.0.1, For=\"[2001:db8::9]:4711\";Proto=https;host=\"feiyan.example.cn\";by=10.0.0.4",
                "X-Forwarded-For",
                "127.0.0.1",
                "X-Forwarded-Host",
                "evil.example"));
        assertThat(inside().getRemoteAddr()).isEqualTo("2001:db8::9");
        assertThat(inside().getServerName()).isEqualTo("feiyan.example.cn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "for=unknown;proto=https",
                "for=_hidden;proto=https",
                "for=\"203.0.113.9;proto=https",
                "%%",
                "for=10.0.1.1"
            })
    void aProxyThatDoesNotSayForWhomItSpeaksIsRefused(String said) throws Exception {
        dialect = "forwarded";
        assertThat(send(from(PROXY, "GET", "/", "feiyan.example.cn", "Forwarded", said))
                        .getStatus())
                .isEqualTo(400);
        dialect = "x-forwarded";
        assertThat(send(from(PROXY, "GET", "/", "feiyan.example.cn")).getStatus())
                .isEqualTo(400);
        assertThat(inside).isNull();
    }

    @Test
    void inClearOneIsSentToHttpsWhenLookingAndRefusedWhenSending() throws Exception {
        var asked = from(
                PROXY,
                "GET",
                "/orders",
                "feiyan.example.cn",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "http");
        asked.setQueryString("page=2");
        assertThat(send(asked).getHeader("Location")).isEqualTo(PUBLIC + "/orders?page=2");
        assertThat(send(from(PROXY, "POST", "/orders", "feiyan.example.cn", "X-Forwarded-For", "203.0.113.9"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(from("192.168.1.7", "POST", "/sign-in", "feiyan.example.cn"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(inside).isNull();
    }

    /** A machine follows a redirect without a word: it would send its token in clear for ever. */
    @Test
    void inClearAMachineIsRefusedWhateverItAsks() throws Exception {
        for (var method : new String[] {"GET", "HEAD", "POST"}) {
            var answer = send(from("192.168.1.7", method, "/api/v1/inbox", "feiyan.example.cn"));
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(answer.getHeader("Location")).isNull();
        }
        assertThat(inside).isNull();
    }

    /** The redirect leads to the address of the settings, never to what the request calls itself. */
    @Test
    void theRedirectLeadsNowhereElse() throws Exception {
        var response = send(from("203.0.113.9", "GET", "//evil.example/a", "evil.example"));
        assertThat(response.getHeader("Location")).startsWith(PUBLIC + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost",
                "127.0.0.1",
                "feiyan.example.cn:8443",
                "feiyan.example.cn.evil.example",
                ""
            })
    void anotherNameIsMisdirected(String host) throws Exception {
        var through = from(
                PROXY,
                "GET",
                "/",
                "internal",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                host);
        assertThat(send(through).getStatus()).isEqualTo(421);
        assertThat(inside).isNull();
    }

    /** DNS rebinding: a stranger's page whose name was turned to this machine's address. */
    @Test
    void onThisMachineOnlyItsOwnNamesCount() throws Exception {
        assertThat(send(from("127.0.0.1", "GET", "/", "rebound.evil.example")).getStatus())
                .isEqualTo(421);
        assertThat(inside).isNull();
        for (var name : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
            send(from("127.0.0.1", "GET", "/", name));
            assertThat(inside().getServerName()).isEqualTo(name);
        }
    }

    @Test
    void overItsOwnHttpsItAnswersToItsPublicNameOnly() throws Exception {
        var good = from("203.0.113.9", "GET", "/", "feiyan.example.cn");
        good.setSecure(true);
        good.setServerPort(443);
        send(good);
        assertThat(inside().getRemoteAddr()).isEqualTo("203.0.113.9");
        var bare = from("203.0.113.9", "GET", "/", "198.51.100.1");
        bare.setSecure(true);
        bare.setServerPort(443);
        assertThat(send(bare).getStatus()).isEqualTo(421);
    }

    @Test
    void thePageThatSaysWhatWentWrongIsTheVisitorsToo() throws Exception {
        var error = from(
                PROXY,
                "GET",
                "/error",
                "feiyan.example.cn",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https");
        error.setDispatcherType(DispatcherType.ERROR);
        error.setAttribute("jakarta.servlet.error.request_uri", "/orders");
        send(error);
        assertThat(inside().isSecure()).isTrue();
        var misdirected = from("127.0.0.1", "GET", "/error", "evil.example");
        misdirected.setDispatcherType(DispatcherType.ERROR);
        misdirected.setAttribute("jakarta.servlet.error.request_uri", "/orders");
        send(misdirected);
        assertThat(inside()).isSameAs(misdirected);
    }
}
