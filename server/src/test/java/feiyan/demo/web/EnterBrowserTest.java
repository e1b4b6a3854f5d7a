package feiyan.demo.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.canary.WithoutTwin;
import feiyan.demo.DemoWorld;
import feiyan.demo.Players;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnterBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWorld demo;

    @Autowired
    private Players players;

    @BeforeAll
    void load() {
        demo.load();
    }

    @Test
    void everybodyOfTheCastComesInByOneTapAndFindsAPage() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phoneWithoutScript();
            for (var player : players.all()) {
                page.navigate("/enter");
                page.locator("form[action$='/enter/" + player.part().code() + "'] button")
                        .last()
                        .click();
                assertThat(page.url()).as(player.part().code()).doesNotContain("/enter");
                assertThat(page.locator("main h1").count()).isOne();
            }
        }
    }

    @Test
    void aRehearsalOpensThePagesOfEachOfTheCast() throws Exception {
        for (var player : players.all()) {
            var opened = new RehearsedVisit("http://localhost:" + port)
                    .as(player.part().code());
            assertThat(opened).as(player.part().code()).hasSizeGreaterThan(5).anyMatch(file -> file.endsWith(".css"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders/new", "the latest order"})
    void aResidentsPageIsLightEnoughForAThinLine(String path) throws Exception {
        var line = new ThinLine("http://localhost:" + port);
        line.enter("resident");
        var visit = line.visit(path.startsWith("/") ? path : latestOrder(line));
        assertThat(visit.files()).hasSizeGreaterThan(3);
        assertThat(visit.first()).isLessThan(60_000);
        assertThat(visit.page()).isLessThan(10_000);
    }

    /** What somebody else's page had her browser ask for, with words of theirs, does not tell by its length. */
    @Test
    void aPageThatIsAskedForFromElsewhereIsNotPacked() throws Exception {
        var line = new ThinLine("http://localhost:" + port);
        line.enter("resident");
        var hers = line.visit("/orders", "Sec-Fetch-Site", "same-origin");
        var theirs = line.visit("/orders", "Sec-Fetch-Site", "cross-site");
        assertThat(theirs.page()).isGreaterThan(theirs.text().length()).isGreaterThan(2 * hers.page());
        assertThat(theirs.files()).isEqualTo(hers.files());
    }

    private static String latestOrder(ThinLine line) throws Exception {
        var order = Pattern.compile("href=\"(/orders/[0-9a-f-]{36})\"")
                .matcher(line.visit("/orders").text());
        assertThat(order.find()).isTrue();
        return order.group(1);
    }

    @Test
    void looksRightEverywhere() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            show(browser.phone());
            show(browser.desk());
        }
    }

    private static void show(Page page) {
        page.navigate("/enter");
        looksRight(page, "demo-enter");
        page.navigate("/enter?lang=en");
        looksRight(page, "demo-enter-en");
        for (var part : new String[] {"clerk", "institute_dispatcher", "center_dispatcher", "leader", "volunteer"}) {
            page.navigate("/enter");
            page.locator("form[action$='/enter/" + part + "'] button").last().click();
            looksRight(page, "demo-" + part);
        }
    }
}
