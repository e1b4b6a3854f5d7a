package feiyan.privacy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.Telephone;
import feiyan.cast.Village;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.web.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Somebody looks at their data on a phone and does everything that can be done about them. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Telephone.class)
@TestInstance(Lifecycle.PER_CLASS)
class MyDataBrowserTest {

    private static final String PASSWORD = "swallow over wheat";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Telephone telephone;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
    }

    @Test
    void aConsentIsTakenBackAfterOneHasReadWhatFollowsAndGivenAgain() {
        var volunteer = settled(village.volunteer("Zhao"));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), volunteer);
            page.locator("summary.tool").click();
            page.locator("a[href$='/my-data']").click();
            assertThat(page.locator("h1")).hasText("我的信息");
            looksRight(page, "my-data");
            page.locator("a[href$='/consents/location']").click();
            assertThat(page.locator("main")).containsText("按您所在的村算");
            looksRight(page, "my-data-consent");
            page.locator("main button.danger").click();
            assertThat(page.locator("#notice")).containsText("已收回");
            page.locator("a[href$='/consents/location']").click();
            assertThat(page.locator("main")).containsText("以前的同意");
            looksRight(page, "my-data-consent-past");
            page.locator("main button.big").click();
            assertThat(page.locator("#notice")).containsText("已记下您的同意");
        }
    }

    @Test
    void theCopyLeavesTheHouseOnlyAfterACode() throws IOException {
        var elder = settled(Actor.withoutPosts(village.county, village.person("Grandma 𠮷")));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), elder);
            page.navigate("/my-data");
            page.locator("button[name=elder]").click();
            looksRight(page, "my-data-elder");
            page.locator("a[href$='copy.pdf']").click();
            assertThat(page.locator("h1")).hasText("确认是您本人");
            looksRight(page, "my-data-proof-elder");
            page.locator("main form button").click();
            page.fill("#code", "000000");
            page.locator("main form button").click();
            assertThat(page.locator("#code-mistake")).isVisible();
            looksRight(page, "my-data-proof-wrong");
            page.fill("#code", telephone.code(phone(elder)));
            var pdf =
                    page.waitForDownload(() -> page.locator("main form button").click());
            assertThat(Files.readString(pdf.path(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            page.navigate("/my-data");
            var json = page.waitForDownload(
                    () -> page.locator("a[href$='copy.json']").click());
            assertThat(Files.readString(json.path())).contains("\"feiyan.my-data/1\"", "Grandma 𠮷");
        }
    }

    @Test
    void theNameIsPutRightTheNumberProvenAndTheRestAskedOfTheStation() {
        var volunteer = settled(village.volunteer("Li Mign"));
        var number = new Phone("13799990001");
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), volunteer);
            page.navigate("/my-data/correction");
            looksRight(page, "my-data-correction");
            page.fill("#name", " ");
            page.locator("form[action$='/name'] button").click();
            assertThat(page.locator("#name-mistake")).isVisible();
            page.fill("#name", "Li Ming");
            page.locator("form[action$='/name'] button").click();
            assertThat(page.locator("main")).containsText("Li Ming");
            page.navigate("/my-data/correction");
            assertThat(page.locator("#newPhone")).hasCount(0);
            page.locator("a[href*='/my-data/proof']").click();
            page.locator("main form button").click();
            page.fill("#code", telephone.code(phone(volunteer)));
            page.locator("main form button").click();
            looksRight(page, "my-data-correction-proven");
            page.fill("#newPhone", number.digits());
            page.locator("form[action$='/phone'] button").click();
            looksRight(page, "my-data-new-phone");
            page.fill("#code", telephone.code(number));
            page.locator("main form button").click();
            assertThat(page.locator("main")).containsText(number.masked());
            page.navigate("/my-data/correction");
            page.locator("input[name=field][value=born_year]").check();
            page.fill("#wish", "I was born in 1979");
            page.locator("form[action$='/request'] button").click();
            assertThat(page.locator("main")).containsText("等站里答复");

            var desk = signedIn(browser.desk(), village.clerk);
            desk.navigate("/corrections");
            looksRight(desk, "corrections");
            desk.locator("input[name=value]").fill("79");
            desk.locator("input[name=reason]").fill("ID card");
            desk.locator("form[action$='/correction'] button").first().click();
            assertThat(desk.locator("p.mistake")).isVisible();
            assertThat(desk.locator("input[name=reason]")).hasValue("ID card");
            looksRight(desk, "corrections-mistake");
            desk.locator("input[name=value]").fill("1979");
            desk.locator("form[action$='/correction'] button").first().click();
            assertThat(desk.locator("#notice")).containsText("已更正");
            page.navigate("/my-data");
            assertThat(page.locator("main")).containsText("已更正：ID card");
        }
        assertThat(village.the(Persons.class).byPhone(village.county, number)).contains(volunteer.person());
    }

    @Test
    void deletionIsExplainedAskedForAfterACodeAndTakenBack() {
        var somebody = settled(Actor.withoutPosts(village.county, village.person("Sun")));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), somebody);
            page.navigate("/my-data");
            page.locator("a[href$='/my-data/deletion']").click();
            assertThat(page.locator("main")).containsText("十年");
            looksRight(page, "my-data-deletion");
            page.locator("main button.danger").click();
            page.locator("main form button").click();
            page.fill("#code", telephone.code(phone(somebody)));
            page.locator("main form button").click();
            page.locator("main button.danger").click();
            assertThat(page.locator("#notice")).containsText("随时能反悔");
            page.locator("summary.tool").click();
            page.locator("button[name=language][value=en]").click();
            assertThat(page.locator("h1")).hasText("Delete everything");
            looksRight(page, "my-data-deletion-waits-en");
            page.navigate("/my-data");
            looksRight(page, "my-data-en");
            page.navigate("/my-data/deletion");
            page.locator("main form button").click();
            assertThat(page.locator("#notice")).containsText("Taken back");
        }
    }

    @Test
    void whoHasAnOrderUnderWayReadsWhatEndsFirst() {
        village.inFreeWords(
                Village.wednesday(village.the(feiyan.platform.AppClock.class).instant()));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), village.requester);
            page.navigate("/my-data/deletion");
            assertThat(page.locator("main")).containsText("1 个单还在办");
            assertThat(page.locator("main button.danger")).hasCount(0);
            looksRight(page, "my-data-deletion-running");
        }
    }

    @Test
    void theDeskWritesDownWhatWasSaidAndTheAdministratorAsksForAFamily() {
        var elder = settled(Actor.withoutPosts(village.county, village.person("Grandpa Li")));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var desk = signedIn(browser.desk(), village.clerk);
            desk.navigate("/residents/" + elder.person().value() + "/consents");
            looksRight(desk, "resident-consents");
            desk.locator("form[action$='/consents/health'] button[value=SPOKEN]")
                    .click();
            assertThat(desk.locator("#notice")).containsText("已替他记下");
            assertThat(desk.locator("form[action$='/health/withdrawal']")).hasCount(1);

            var office = signedIn(browser.desk(), village.administrator);
            office.navigate("/deletions");
            office.fill("#phone", "13700000000");
            office.locator("main form button.danger").click();
            assertThat(office.locator("#phone-mistake")).isVisible();
            looksRight(office, "deletions");
            office.fill("#phone", phone(elder).digits());
            office.locator("main form button.danger").click();
            assertThat(office.locator("main")).containsText("本人已去世");
            looksRight(office, "deletions-waiting");
            office.locator("form[action$='/withdrawal'] button").click();
            assertThat(office.locator("#notice")).containsText("已撤回");
        }
    }

    private Actor settled(Actor actor) {
        village.the(Homes.class).settle(village.county, actor.person(), village.station);
        return actor;
    }

    private Phone phone(Actor actor) {
        return village.the(Persons.class)
                .phone(village.county, actor.person(), actor.person(), null)
                .orElseThrow();
    }

    private Page signedIn(Page page, Actor somebody) {
        var accounts = village.the(Accounts.class);
        var opened = accounts.openFor(village.county, List.of(somebody.person()));
        accounts.setPassword(Objects.requireNonNull(opened.get(somebody.person())), PASSWORD)
                .orThrow();
        page.navigate("/staff/sign-in?next=/messages");
        page.fill("#phone", phone(somebody).digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        return page;
    }
}
