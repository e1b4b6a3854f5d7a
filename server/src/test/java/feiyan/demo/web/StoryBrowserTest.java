package feiyan.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import feiyan.canary.WithoutTwin;
import feiyan.demo.Cast;
import feiyan.demo.DemoWorld;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Plays the story of the page "Enter as…" to its end, as its steps say it. On its way it takes the pictures of the
 * README; {@code scripts/screenshots.sh} puts them there.
 */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryBrowserTest {

    private static final String SAID = "头发长得扎脖子，来家里给理个发";
    private static final String HAIRCUT = "理发进家门";

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWorld demo;

    @BeforeAll
    void load() {
        demo.load();
    }

    @Test
    void oneNeedGoesFromTheFirstWordToTheRating() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var resident = as(Cast.RESIDENT, browser.phone());
            var order = says(resident);
            passesOn(as(Cast.CLERK, browser.desk()), order);
            asksInTurn(as(Cast.INSTITUTE_DISPATCHER, browser.desk()), order);
            fills(as(Cast.LEADER, browser.phone()));
            resident.navigate(order);
            var code = resident.locator("p.code").getAttribute("aria-label").replace(" ", "");
            comesAndGoes(as(Cast.VOLUNTEER, browser.phone()), code);
            rates(resident, order);
            looksOn(as(Cast.CHILD, browser.phone()), order);
        }
    }

    @Test
    void theCentersBoardShowsWhatIsLate() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var center = as(Cast.CENTER_DISPATCHER, browser.desk());
            center.navigate("/overdue");
            assertThat(center.locator("main a[href^='/orders/']").count()).isPositive();
            picture(center, "overdue-1440");
        }
    }

    private static Page as(Cast part, Page page) {
        page.navigate("/enter");
        page.locator("form[action$='/enter/" + part.code() + "'] button").last().click();
        return page;
    }

    /** The elder view, as she has it; her own words, and the project that they come to. */
    private static String says(Page page) {
        page.locator("button[name=elder]").first().click();
        page.navigate("/");
        picture(page, "home-360");
        page.locator("a.tile.first").click();
        page.locator("button[name=whom]").first().click();
        page.fill("#need", SAID);
        next(page);
        page.evaluate("document.querySelector('main header').scrollIntoView()");
        picture(page, "suggestions-360");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(HAIRCUT))
                .click();
        if (page.locator("#phone").inputValue().isEmpty()) {
            page.fill("#phone", "13905390000");
        }
        if (page.locator("#address").inputValue().isEmpty()) {
            page.fill("#address", "十里村 3 组 12 号");
        }
        next(page);
        page.locator("form[action$='/sending'] button.big").click();
        return URI.create(page.url()).getPath();
    }

    private static void next(Page page) {
        page.locator("main form.stack button.big").last().click();
    }

    private static void passesOn(Page page, String order) {
        choose(page, "/inbox", order);
        page.evaluate("scrollTo(0, 0)");
        picture(page, "inbox-1440");
        page.keyboard().press("e");
        waitUntilGone(page, order);
    }

    private static void choose(Page page, String pile, String order) {
        page.navigate(pile);
        row(page, order).locator(".pick").click();
        page.locator("li[aria-current=true] a[href='" + order + "']").waitFor();
    }

    private static void waitUntilGone(Page page, String order) {
        row(page, order).waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator row(Page page, String order) {
        return page.locator("#desk li:has(a[href='" + order + "'])");
    }

    private static void asksInTurn(Page page, String order) {
        choose(page, "/inbox", order);
        page.keyboard().press("a");
        waitUntilGone(page, order);
        choose(page, "/inbox?pile=DISPATCH", order);
        page.keyboard().press("t");
        page.waitForURL("**/offers/new");
        page.locator("tr", new Page.LocatorOptions().setHasText("十里村"))
                .locator("input[name=team]")
                .first()
                .check();
        page.locator("input[name=how][value=IN_TURN]").check();
        page.locator("form[action$='/offers'] button.big").click();
        assertThat(page.url()).doesNotContain("/offers");
    }

    private static void fills(Page page) {
        page.locator("a.what", new Page.LocatorOptions().setHasText(HAIRCUT))
                .first()
                .click();
        page.locator("form[action$='/acceptance'] button").click();
        page.locator("label", new Page.LocatorOptions().setHasText("周小燕"))
                .locator("input[name=member]")
                .check();
        page.locator("form[action$='/seats'] button.big").click();
        assertThat(page.locator(".list .item").allInnerTexts()).anyMatch(line -> line.contains("周小燕"));
        page.evaluate("document.querySelector('main .list').scrollIntoView({block: 'center'})");
        picture(page, "roll-360");
    }

    /** What the square on the resident's page leads to, on the volunteer's own phone. */
    private static void comesAndGoes(Page page, String code) {
        picture(page, "my-day-360");
        page.navigate("/check-in?code=" + code);
        picture(page, "check-in-360");
        service(page).locator("button[name=seat]").click();
        page.navigate("/my-day");
        service(page).locator("form[action$='/check-out'] button").click();
        assertThat(page.locator("a.what", new Page.LocatorOptions().setHasText(HAIRCUT))
                        .count())
                .isPositive();
    }

    private static Locator service(Page page) {
        return page.locator("article", new Page.LocatorOptions().setHasText(HAIRCUT))
                .first();
    }

    private static void rates(Page page, String order) {
        page.navigate(order);
        page.locator("label:has(#solved)").click();
        page.locator("form[action$='/rating'] button.big").click();
        assertThat(page.locator("#solved").count()).isZero();
    }

    private static void looksOn(Page page, String order) {
        page.navigate("/family");
        assertThat(page.content()).contains("王小燕");
        page.navigate(order);
        assertThat(page.locator("main h1").innerText()).contains(HAIRCUT);
    }

    /** A browser that is still painting may refuse the first time. */
    private static void picture(Page page, String name) {
        var file = Path.of("target", "screenshots", "readme", name + ".png");
        page.waitForLoadState();
        try {
            page.screenshot(new ScreenshotOptions().setPath(file));
        } catch (PlaywrightException painting) {
            page.waitForTimeout(1_000);
            page.screenshot(new ScreenshotOptions().setPath(file));
        }
    }
}
