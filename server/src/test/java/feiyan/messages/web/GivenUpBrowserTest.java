package feiyan.messages.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.messages.Choices;
import feiyan.messages.Choices.Chosen;
import feiyan.messages.GivenUp;
import feiyan.messages.SentTexts;
import feiyan.messages.TextSending;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The center's administrator sees what did not go out, and tries it again. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(SentTexts.class)
class GivenUpBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SentTexts provider;

    @Test
    void showsWhichKindFailedHowOftenAndToNobodyBelowTheCenter() {
        var village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        aTextMessageThatNeverLeaves(village);
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = InTheBrowser.signedIn(browser.desk(), village, village.administrator);
            page.navigate("/admin");
            page.locator("main a[href$='/admin/outbox']").click();
            assertThat(page.locator("main .item")).hasCount(1);
            assertThat(page.locator("main .item")).containsText("短信：审核通过");
            assertThat(page.locator("main .item")).containsText("试了 6 次");
            looksRight(page, "given-up");
            page.locator("main form button").click();
            assertThat(page.locator("#notice")).containsText("1 件重新排上了");
            assertThat(page.locator("main .item")).hasCount(0);
            looksRight(page, "given-up-none");
            var clerk = InTheBrowser.signedIn(browser.desk(), village, village.clerk);
            assertThat(clerk.navigate("/admin/outbox").status()).isEqualTo(403);
        }
        assertThat(village.the(GivenUp.class).tryAgain(village.clerk)).isEqualTo(Outcome.refused("message.not_yours"));
    }

    private void aTextMessageThatNeverLeaves(Village village) {
        var clock = village.the(AppClock.class);
        var wednesday = Village.wednesday(clock.instant());
        var tuesday = wednesday.minus(Duration.ofDays(1));
        village.the(Choices.class)
                .choose(village.requester, new Chosen("zh-CN", Map.of(Topic.NEEDS_PROGRESS, Way.TEXT)))
                .orThrow();
        provider.offline = true;
        clock.at(tuesday, () -> village.approved(village.project(1, 40), wednesday));
        clock.at(tuesday, village.the(OutboxWorker.class)::work);
        for (int minute = 0; minute < 180; minute++) {
            clock.at(tuesday.plus(Duration.ofMinutes(minute)), village.the(TextSending.class)::send);
        }
    }
}
