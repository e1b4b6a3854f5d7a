package feiyan.messages.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.cast.Village;
import feiyan.messages.Notices;
import feiyan.platform.AppClock;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxListener;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The bell's number in pages that are open. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class BellBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Outbox outbox;

    @Autowired
    private List<OutboxListener> listeners;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
    }

    @Test
    void theNumberChangesInEachOpenPageOfTheReaderAndInNobodyElses() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var hers = InTheBrowser.signedIn(browser.phone(), village, village.requester);
            var inAnotherTab = hers.context().newPage();
            inAnotherTab.navigate("/messages");
            var clerks = InTheBrowser.signedIn(browser.desk(), village, village.clerk);
            var loads = loads(hers);
            var seen = village.the(Notices.class).unread(village.county, village.requester.person());
            somethingHappens();
            var number = String.valueOf(seen + 1);
            assertThat(hers.locator(".bell b")).hasText(number);
            assertThat(inAnotherTab.locator(".bell b")).hasText(number);
            assertThat(hers.locator(".bell")).hasAttribute("aria-label", "消息，" + number + " 条没看");
            somethingHappens();
            assertThat(hers.locator(".bell b")).hasText(String.valueOf(seen + 2));
            assertThat(clerks.locator(".bell b")).hasCount(0);
            assertThat(loads(hers)).as("without a reload").isEqualTo(loads);
        }
    }

    @Test
    void whatCameWhileThePageWasCutOffIsThereWhenItIsBack() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = InTheBrowser.signedIn(browser.phone(), village, village.requester);
            var before = String.valueOf(page.locator(".bell").getAttribute("aria-label"));
            page.evaluate("dispatchEvent(new Event('pagehide'))");
            somethingHappens();
            page.evaluate("dispatchEvent(new Event('pageshow'))");
            assertThat(page.locator(".bell")).not().hasAttribute("aria-label", before);
        }
    }

    @Test
    void aStrangerHearsNothing() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/messages/live"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
        }
    }

    /** Her order is approved, she is told so, and this instance hears of it by following the outbox. */
    private void somethingHappens() {
        var before = outbox.end(village.county);
        village.approved(
                village.project(1, 40),
                Village.wednesday(village.the(AppClock.class).instant()));
        village.the(OutboxWorker.class).work();
        outbox.after(before, 500).rows().forEach(row -> listeners.forEach(listener -> listener.told(row)));
    }

    private static Object loads(Page page) {
        return page.evaluate("performance.timeOrigin");
    }
}
