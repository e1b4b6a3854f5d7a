package feiyan.messages.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What came to somebody's notice, on a phone and on a desk, new and read. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
class MessagesBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Test
    void messagesLookRightNewAndReadAndWhereThereAreNone() {
        var village = Village.in(house);
        var clock = village.the(AppClock.class);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        village.approved(village.project(1, 40), Village.wednesday(clock.instant()));
        village.the(OutboxWorker.class).work();
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = InTheBrowser.signedIn(browser.phone(), village, village.requester);
            assertThat(page.locator(".bell b").count()).isEqualTo(1);
            onBothScreens(page, "messages");
            page.locator("form[action$=reading] button").last().click();
            page.navigate("/messages");
            onBothScreens(page, "messages-read");
            onBothScreens(InTheBrowser.signedIn(browser.phone(), village, village.clerk), "messages-none");
        }
    }

    private static void onBothScreens(Page page, String name) {
        page.setViewportSize(360, 780);
        looksRight(page, name);
        page.setViewportSize(1440, 900);
        looksRight(page, name);
    }
}
