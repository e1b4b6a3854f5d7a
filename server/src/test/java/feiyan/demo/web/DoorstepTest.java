package feiyan.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Phone;
import feiyan.demo.Players;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import feiyan.web.Reach;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** A demo county with nothing in it is enough to stand at its door. */
@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorstepTest {

    @Autowired
    private Players players;

    @Autowired
    private Foundings foundings;

    @BeforeAll
    void aDemoCounty() {
        foundings
                .foundDemo(new Founding("Tancheng", null, "Zheng", new Phone("19900000008"), "swallow over wheat"))
                .orThrow();
    }

    @Test
    void isOpenOnThisMachine() {
        assertThat(doorstep("127.0.0.1").isOpen(request("127.0.0.1", "localhost")))
                .isTrue();
        assertThat(doorstep("127.0.0.1").isOpen(request("0:0:0:0:0:0:0:1", "127.0.0.1")))
                .isTrue();
    }

    @Test
    void isClosedToAnotherMachine() {
        assertThat(doorstep("127.0.0.1").isOpen(request("192.168.1.7", "localhost")))
                .isFalse();
    }

    @Test
    void isClosedWhereTheServerListensToOthers() {
        assertThat(doorstep("0.0.0.0").isOpen(request("127.0.0.1", "localhost")))
                .isFalse();
        assertThat(doorstep("").isOpen(request("127.0.0.1", "localhost"))).isFalse();
    }

    @Test
    void isClosedBehindAProxy() {
        var forwarded = request("127.0.0.1", "localhost");
        forwarded.addHeader("X-Forwarded-For", "203.0.113.9");
        assertThat(doorstep("127.0.0.1").isOpen(forwarded)).isFalse();
    }

    @Test
    void isClosedToAStrangersNameForThisMachine() {
        assertThat(doorstep("127.0.0.1").isOpen(request("127.0.0.1", "evil.example")))
                .isFalse();
    }

    @Test
    void isClosedToWhateverAProxyOrATunnelAdds() {
        for (var header : List.of(
                "Forwarded",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Real-IP",
                "X-Original-Host",
                "CF-Connecting-IP",
                "True-Client-IP",
                "Via")) {
            var forwarded = request("127.0.0.1", "localhost");
            forwarded.addHeader(header, "127.0.0.1");
            assertThat(doorstep("127.0.0.1").isOpen(forwarded)).as(header).isFalse();
        }
    }

    /** As nginx does unless it is told otherwise: it names this machine, and passes nothing on. */
    @Test
    void isClosedBehindAProxyThatSaysNothing() {
        var old = request("127.0.0.1", "localhost");
        old.setProtocol("HTTP/1.0");
        assertThat(doorstep("127.0.0.1").isOpen(old)).isFalse();
        for (var page : List.of("https://feiyan.example.cn/enter", "null", "not an address")) {
            var elsewhere = request("127.0.0.1", "localhost");
            elsewhere.addHeader("Origin", page);
            assertThat(doorstep("127.0.0.1").isOpen(elsewhere)).as(page).isFalse();
        }
        var here = request("127.0.0.1", "localhost");
        here.addHeader("Origin", "http://localhost:8080");
        assertThat(doorstep("127.0.0.1").isOpen(here)).isTrue();
    }

    @Test
    void isClosedWhereAProxyIsExpectedEvenToThisMachine() {
        var settings = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("feiyan.proxies", "127.0.0.1")
                .withProperty("feiyan.public-url", "https://feiyan.example.cn");
        assertThat(new Doorstep(players, Reach.of(settings)).isOpen(request("127.0.0.1", "localhost")))
                .isFalse();
    }

    private Doorstep doorstep(String listensTo) {
        var settings = new MockEnvironment()
                .withProperty("server.address", listensTo)
                .withProperty("server.ssl.bundle", listensTo.startsWith("127") ? "" : "feiyan")
                .withProperty("feiyan.public-url", "https://feiyan.example.cn");
        return new Doorstep(players, Reach.of(settings));
    }

    private static MockHttpServletRequest request(String from, String name) {
        var request = new MockHttpServletRequest("GET", "/enter");
        request.setRemoteAddr(from);
        request.setServerName(name);
        return request;
    }
}
