package feiyan.demo.web;

import static feiyan.web.browser.Browser.looksRight;

import com.microsoft.playwright.Page;
import feiyan.canary.WithoutTwin;
import feiyan.demo.Cast;
import feiyan.demo.DemoWorld;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import feiyan.web.browser.ElderRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of everybody's day on a phone, 360 px wide in the elder view: text, targets and contrast measured. */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.demo=true", "feiyan.jobs=false"})
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElderDayTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWorld demo;

    private Browser browser;

    @BeforeAll
    void load() {
        demo.load();
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT, / /orders /orders/new /family /messages /messages/choices",
        "CHILD, / /family /family/orders",
        "VOLUNTEER, /my-day /open-seats /open-seats/why-not /my-services /check-in /volunteer",
        "LEADER, /team-offers /my-day",
        "SWALLOW, / /counter",
        "CLERK, /inbox /counter /call-backs /groups /overdue /search /complaints"
    })
    void isReadAndPressedByOldEyesAndHands(Cast part, String pages) {
        var page = browser.phone();
        page.navigate("/enter");
        page.locator("form[action$='/enter/" + part.code() + "'] button").last().click();
        page.locator("button[name=elder]").first().click();
        for (var path : pages.split(" ", -1)) {
            look(page, part, path);
        }
    }

    private static void look(Page page, Cast part, String path) {
        page.navigate(path);
        var name = "elder-" + part.code() + path.replace('/', '-');
        looksRight(page, name);
        ElderRules.hold(page, name);
    }
}
