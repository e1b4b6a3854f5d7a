package feiyan.messages.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.cast.Village;
import feiyan.messages.Choices;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody says by which way they want to be told, on a phone. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class ChoicesBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Choices choices;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
    }

    @Test
    void aResidentChoosesFromTheListOfMessages() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = InTheBrowser.signedIn(browser.phone(), village, village.requester);
            page.locator("main a[href$='/messages/choices']").click();
            assertThat(page.locator("input[name=offers]")).hasCount(0);
            assertThat(page.locator("input[name=needs][value=app]")).isChecked();
            looksRight(page, "message-choices");
            page.locator("input[name=needs][value=digest]").check();
            page.locator("input[name=language][value=en]").check();
            page.locator("main form button").click();
            assertThat(page.locator("#notice")).containsText("记住了");
            assertThat(page.locator("input[name=needs][value=digest]")).isChecked();
            looksRight(page, "message-choices-saved");
        }
        var chosen = choices.of(village.requester);
        assertThat(chosen.language()).isEqualTo("en");
        assertThat(chosen.ways()).containsEntry(Topic.NEEDS, Way.DIGEST).containsEntry(Topic.OFFERS, Way.TEXT);
    }

    @Test
    void aVolunteerIsAskedAboutOffersForWhichThereIsNoDigest() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = choicesOf(browser.phone(), village.volunteer("Zhao"));
            assertThat(page.locator("input[name=offers]")).hasCount(2);
            assertThat(page.locator("input[name=desk]")).hasCount(0);
            looksRight(page, "message-choices-volunteer");
        }
    }

    @Test
    void largeLettersAreRememberedAndThePageIsFitForThem() {
        var elder = Actor.withoutPosts(village.county, village.person("Grandpa Li"));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = choicesOf(browser.phone(), elder);
            assertThat(page.locator("input[name=needs][value=app]")).isChecked();
            page.locator("button[name=elder]").click();
            assertThat(page.locator("input[name=needs][value=text]")).isChecked();
            looksRight(page, "message-choices-elder");
        }
    }

    private Page choicesOf(Page page, Actor somebody) {
        InTheBrowser.signedIn(page, village, somebody).navigate("/messages/choices");
        return page;
    }
}
