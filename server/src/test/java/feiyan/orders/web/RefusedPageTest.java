package feiyan.orders.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;

import com.microsoft.playwright.Page;
import feiyan.cast.Village;
import feiyan.cast.Whoever;
import feiyan.orders.OrderId;
import feiyan.orders.Review;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Somebody writes on a page that is no longer true, and does not have to write it twice. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Whoever.class)
class RefusedPageTest {

    private static final String WORDS = "女儿周末回来，她给我剪";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Whoever whoever;

    @Test
    void whoWasNotFastEnoughFindsTheirWordsOnThePageThatSaysSo() {
        var village = Village.in(house);
        whoever.is(village.requester);
        try (var browser = Browser.at("http://localhost:" + port)) {
            var order = village.inFreeWords(Village.wednesday(clock.instant()));
            var page = written(browser.phone(), order);
            village.the(Review.class).askBack(village.clerk, order, 1, "哪一天？").orThrow();
            page.locator("form[action$='/cancellation'] button").click();
            assertThat(page.locator("#what-happened")).isVisible();
            assertThat(page.getByLabel("您刚才写的")).hasValue(WORDS);
            looksRight(page, "refused-words");
            page.locator("main a.button").click();
            assertThat(page.locator("h1")).isVisible();
        }
    }

    private static Page written(Page page, OrderId order) {
        page.navigate("/orders/" + order.value());
        page.locator("details:has(form[action$='/cancellation']) > summary").click();
        page.locator("form[action$='/cancellation'] [name=words]").fill(WORDS);
        return page;
    }
}
