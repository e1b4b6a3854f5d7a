package feiyan.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    private long now;

    private final Traffic traffic = new Traffic("hers", () -> now);

    private void event(String session, String method, String details) {
        traffic.accept(new JsonMapper()
                .readTree("{\"sessionId\":\"%s\",\"method\":\"%s\",\"params\":{%s}}"
                        .formatted(session, method, details)));
    }

    private void fetched(String request, int bytes) {
        event("hers", "Network.requestWillBeSent", "\"requestId\":\"" + request + "\",\"type\":\"Script\"");
        event("hers", "Network.loadingFinished", "\"requestId\":\"" + request + "\",\"encodedDataLength\":" + bytes);
    }

    @Test
    void whatTheBrowserHadKeptWeighsNothing() {
        fetched("page", 4_000);
        fetched("style", 9_000);
        fetched("kept", 0);
        assertThat(traffic.visit(1_200)).isEqualTo(new Visit(2, 13_000, 0, 1_200));
    }

    @Test
    void whatPeoplePhotographedIsCountedApart() {
        fetched("page", 4_000);
        event(
                "hers",
                "Network.requestWillBeSent",
                "\"requestId\":\"photo\",\"request\":{\"url\":\"http://localhost/orders/1/media/2\"}");
        event("hers", "Network.loadingFinished", "\"requestId\":\"photo\",\"encodedDataLength\":20000");
        assertThat(traffic.visit(0)).isEqualTo(new Visit(2, 4_000, 20_000, 0));
    }

    @Test
    void anotherPhonesTrafficIsItsOwn() {
        event("theirs", "Network.requestWillBeSent", "\"requestId\":\"1\",\"type\":\"Document\"");
        event("theirs", "Network.loadingFinished", "\"requestId\":\"1\",\"encodedDataLength\":5000");
        assertThat(traffic.visit(0)).isEqualTo(new Visit(0, 0, 0, 0));
    }

    @Test
    void aLivePageIsQuietThoughItsLineStaysOpen() {
        event("hers", "Network.requestWillBeSent", "\"requestId\":\"live\",\"type\":\"EventSource\"");
        assertThat(traffic.isQuiet()).isFalse();
        event("hers", "Page.loadEventFired", "");
        assertThat(traffic.isQuiet()).isFalse();
        now += 1_000_000_000;
        assertThat(traffic.isQuiet()).isTrue();
    }
}
