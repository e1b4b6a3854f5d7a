package feiyan.exchange.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.cast.Whoever;
import feiyan.exchange.WebhookSending;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** An administrator lets another system be told, sees that it is not there, and mends it. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Whoever.class)
class WebhooksBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Whoever whoever;

    @Autowired
    private WebhookSending sending;

    @Test
    void fromAnAddressToAMessageThatDoesNotArriveAndAway() {
        var village = Village.in(house);
        whoever.is(village.administrator);
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.desk();
            page.navigate("/admin");
            page.locator("main a[href$='/admin/webhooks']").click();
            looksRight(page, "webhooks-none");
            page.fill("#address", "http://example.org/");
            page.locator("main form.card button").click();
            assertThat(page.locator("#address-mistake")).containsText("https://");
            assertThat(page.locator("#address")).hasValue("http://example.org/");
            page.fill("#address", "https://localhost:9/told");
            page.getByLabel("已取消").check();
            page.locator("main form.card button").click();
            assertThat(page.locator("h1")).hasText("localhost:9");
            page.locator("form[action$='/secret-view'] button").click();
            assertThat(page.locator("#secret").inputValue()).startsWith("whsec_");
            page.locator("form[action$='/trial'] button").click();
            sending.send();
            page.reload();
            assertThat(page.locator("tbody tr")).containsText("网址指向内部网络，不能发");
            looksRight(page, "webhook");
            page.locator("form[action$='/pause'] button").click();
            assertThat(page.locator("main")).containsText("已暂停");
            page.locator("form[action$='/end'] button").click();
            assertThat(page.locator("main .item")).hasCount(0);

            var phone = browser.phone();
            phone.navigate("/admin/webhooks");
            looksRight(phone, "webhooks-phone");
            whoever.is(village.clerk);
            phone.navigate("/admin/webhooks");
            assertThat(phone.url())
                    .as("nobody signed in here: the door refuses, the page asks")
                    .contains("/sign-in");
        }
    }
}
