package feiyan.orders.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.menu.Menu;
import feiyan.orders.Drafts;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the words sound like: a danger is called for first, and a service that stands on the menu is offered. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderHearingTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final String HAIR = "头发长了，想请人上门理个发。";
    private static final String DANGER = "老伴昏迷了，叫不醒，喘不上气，快来人！";
    private static final String NEXT = "main .buttons button.big";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Village village;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        village.project("BM04", 1, 40, false, false, null);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void whatTheWordsSoundLikeIsAskedOnThePageThatFollowsWithoutScripts() {
        var page = begun(browser.phoneWithoutScript());
        page.fill("#need", HAIR);
        page.locator(NEXT).click();
        assertThat(page.url()).endsWith("/which");
        looksRightWithoutScripts(page);
        page.locator("button[name=project]").first().click();
        assertThat(page.url()).endsWith("/where");
        page.locator("main .buttons a").click();
        assertThat(page.locator("#project-BM04").isChecked()
                        || page.locator("#heard-BM04").isChecked())
                .isTrue();
    }

    @Test
    void whoeverSaysThatItIsNoneOfTheseIsNotAskedAgainForTheSameWords() {
        var page = begun(browser.phone());
        page.fill("#need", HAIR);
        page.locator(NEXT).click();
        looksRight(page, "form-which");
        page.locator("form[action$=which] button").last().click();
        assertThat(page.url()).endsWith("/where");
        page.locator("main .buttons a").click();
        page.locator(NEXT).click();
        assertThat(page.url()).endsWith("/where");
    }

    @Test
    void suggestionsAppearWhileSheTypes() {
        var page = begun(browser.phone());
        page.fill("#need", HAIR);
        page.waitForSelector("#heard-BM04");
        looksRight(page, "form-heard");
        page.locator("#heard-BM04").check();
        page.locator(NEXT).click();
        assertThat(page.url()).endsWith("/where");
    }

    @Test
    void dangerIsCalledForBeforeAnythingElseAndThereIsAWayOn() {
        var page = begun(browser.phone());
        page.fill("#need", DANGER);
        page.waitForSelector("[data-heard] a[href='tel:120']");
        page.locator(NEXT).click();
        assertThat(page.url()).endsWith("/danger");
        looksRight(page, "form-danger");
        assertThat(page.locator("main .calls a").first().getAttribute("href")).isEqualTo("tel:120");
        assertThat(page.locator("main .calls a").count()).isEqualTo(3);
        page.locator("form[action$=danger] button").click();
        assertThat(page.url()).doesNotContain("danger");
        page.navigate(page.url().replaceAll("/[a-z]+$", "/what"));
        page.locator(NEXT).click();
        assertThat(page.url()).doesNotContain("danger");
        page.navigate(page.url().replaceAll("/[a-z]+$", "/where"));
        assertThat(page.locator("#urgent").isChecked()).isFalse();
    }

    @Test
    void whatWasWithdrawnIsNotSuggested() {
        var menu = village.the(Menu.class);
        var other = village.project("BM05", 1, 40, false, false, null);
        menu.withdraw(village.administrator, other).orThrow();
        var heard = village.the(Hearing.class).hear(village.county, "理发 " + HAIR);
        assertThat(heard.projects()).extracting(project -> project.id()).doesNotContain(other);
        assertThat(heard.projects()).extracting(project -> project.code()).contains("BM04");
        assertThat(village.the(Hearing.class).hear(village.county, " ").projects())
                .isEmpty();
    }

    private static void looksRightWithoutScripts(Page page) {
        page.locator("button[name=project]").nth(1).waitFor();
        assertThat(page.locator("blockquote").innerText()).isEqualTo(HAIR);
    }

    private Page begun(Page page) {
        var somebody = Actor.withoutPosts(village.county, village.person("王秀兰"));
        signIn(page, somebody.person());
        page.navigate("/orders/new");
        page.locator("button[value=me]").click();
        assertThat(village.the(Drafts.class).open(somebody)).isPresent();
        return page;
    }

    private void signIn(Page page, PersonId person) {
        var accounts = village.the(Accounts.class);
        var account = Objects.requireNonNull(
                accounts.openFor(village.county, List.of(person)).get(person));
        accounts.setPassword(account, PASSWORD).orThrow();
        page.navigate("/staff/sign-in");
        var phone = village.the(Persons.class).phone(village.county, person, person, null);
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
    }
}
