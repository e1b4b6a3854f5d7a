package feiyan.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.accounts.Phone;
import feiyan.demo.Players;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockHttpServletRequest;

/** A demo county with nothing in it is enough to stand at its door. */
@WithoutTwin("the demo county founds itself only where there is none")
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
    void isOpenOnThisMachine() throws Exception {
        assertThat(doorstep("127.0.0.1").isOpen(request("127.0.0.1", "localhost")))
                .isTrue();
        assertThat(doorstep("127.0.0.1").isOpen(request("0:0:0:0:0:0:0:1", "127.0.0.1")))
                .isTrue();
    }

    @Test
    void isClosedToAnotherMachine() throws Exception {
        assertThat(doorstep("127.0.0.1").isOpen(request("192.168.1.7", "localhost")))
                .isFalse();
    }

    @Test
    void isClosedWhereTheServerListensToOthers() throws Exception {
        assertThat(doorstep("0.0.0.0").isOpen(request("127.0.0.1", "localhost")))
                .isFalse();
        assertThat(doorstep(null).isOpen(request("127.0.0.1", "localhost"))).isFalse();
    }

    @Test
    void isClosedBehindAProxy() throws Exception {
        var forwarded = request("127.0.0.1", "localhost");
        forwarded.addHeader("X-Forwarded-For", "203.0.113.9");
        assertThat(doorstep("127.0.0.1").isOpen(forwarded)).isFalse();
    }

    @Test
    void isClosedToAStrangersNameForThisMachine() throws Exception {
        assertThat(doorstep("127.0.0.1").isOpen(request("127.0.0.1", "evil.example")))
                .isFalse();
    }

    private Doorstep doorstep(@Nullable String listensTo) throws UnknownHostException {
        var server = new ServerProperties();
        if (listensTo != null) {
            server.setAddress(InetAddress.getByName(listensTo));
        }
        return new Doorstep(players, server);
    }

    private static MockHttpServletRequest request(String from, String name) {
        var request = new MockHttpServletRequest("GET", "/enter");
        request.setRemoteAddr(from);
        request.setServerName(name);
        return request;
    }
}
