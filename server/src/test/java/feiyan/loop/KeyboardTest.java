package feiyan.loop;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ordering without a mouse, without scripts, in each language and look. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {

    private static final int FARTHEST = 80;
    private static final String NEXT = "main .buttons button.big";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Persons persons;

    private Village village;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        village.project(1, 60);
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aNeedIsOrderedByKeyboardAloneWithoutScripts() {
        var page = browser.phoneWithoutScript();
        signIn(page);
        page.navigate("/orders/new");
        press(page, "button[value=me]");
        type(page, "need", "The lamp in the kitchen is dark");
        press(page, NEXT);
        type(page, "recipient", "Wang");
        type(page, "phone", "05396221234");
        type(page, "station", "Lijia");
        type(page, "address", "By the well");
        press(page, NEXT);
        press(page, NEXT);
        assertThat(page.locator(".chip").first().isVisible()).isTrue();
        assertThat(page.locator("dd", new Page.LocatorOptions().setHasText("The lamp"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theOrderPagesHoldInEnglishInTheDarkAndForElders() {
        for (var page : new Page[] {browser.phone(), browser.desk()}) {
            signIn(page);
            page.navigate("/?lang=en");
            set(page, "theme", "dark");
            looksRight(page, "home-en-dark");
            assertThat(page.getByRole(AriaRole.HEADING).first().innerText()).contains("Hello");
            page.navigate("/orders/new");
            looksRight(page, "order-new-en-dark");
            set(page, "elder", "true");
            page.navigate("/orders/new");
            looksRight(page, "order-new-elder");
            page.navigate("/orders");
            looksRight(page, "orders-elder");
        }
    }

    private static void set(Page page, String setting, String value) {
        var button = page.locator("form[action$=view-settings] button[name=" + setting + "][value='" + value + "']");
        if (!button.first().isVisible()) {
            page.locator("details.menu summary").click();
        }
        button.first().click();
        page.waitForLoadState();
    }

    private void signIn(Page page) {
        // She comes in by a new browser more than a minute after the last one.
        village.the(JdbcClient.class).sql("delete from throttle").update();
        page.navigate("/sign-in");
        var phone = persons.phone(village.county, village.requester.person(), village.requester.person(), null)
                .orElseThrow();
        type(page, "phone", phone.digits());
        press(page, "main form.stack button");
        try (var other = page.context().newPage()) {
            other.navigate("/outbox");
            var code = CODE.matcher(other.locator("main .what").first().innerText());
            assertThat(code.find()).isTrue();
            type(page, "code", code.group());
        }
        press(page, "main form.stack button");
    }

    /** Tabs to the field and types over what stands there; a list is chosen from by typing, too. */
    private static void type(Page page, String id, String text) {
        reach(page, "#" + id);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    private static void press(Page page, String selector) {
        reach(page, selector);
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    private static void reach(Page page, String selector) {
        var wanted = page.locator(selector).first();
        for (int i = 0; i < FARTHEST; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + selector + " by keyboard on " + page.url());
    }
}
