package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import feiyan.dispatch.trial.NearAndFar;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.PublicPaths;
import feiyan.web.browser.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The administrator tries other weights, at a desk, on a phone and without a script; and reads how dispatch goes. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import({ByCookie.class, WeightsPagesTest.Open.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightsPagesTest {

    private static final String WEIGHTS = "/admin/policy/dispatch";

    @TestConfiguration
    static class Open {

        @Bean
        static PublicPaths administration() {
            return () -> List.of("/admin/**", "/units/**");
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ByCookie people;

    @Autowired
    private Policies policies;

    private Browser browser;
    private NearAndFar world;

    @BeforeAll
    void open() {
        world = new NearAndFar(house, false);
        browser = Browser.at(address());
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void othersWeightsAreSeenAtWorkBeforeTheyHold() {
        var desk = at(browser.desk(), world.village.administrator, "/admin/policy");
        desk.locator("a[href$='dispatch.weight.again']").click();
        assertThat(desk.url()).endsWith(WEIGHTS);
        desk.locator("input[type=range]").nth(8).waitFor();
        assertThat(desk.locator("input[type=range]").count()).isEqualTo(9);
        assertThat(desk.locator("#way-example").innerText()).contains("26");
        Browser.looksRight(desk, "weights");
        desk.fill("#recent", "100");
        assertThat(desk.locator("#way-example").innerText()).contains("13");
        desk.fill("#recent", "50");
        desk.locator("input[type=range][aria-labelledby=again-label]").fill("0");
        assertThat(desk.locator("#again").inputValue()).isEqualTo("0");
        assertThat(desk.locator("#again-example").innerText()).contains("0.0");
        desk.fill("#rating", "99999");
        desk.locator("form[data-weights] button").click();
        assertThat(desk.locator("#rating-mistake").innerText()).contains("50");
        assertThat(desk.locator("#again").inputValue()).isEqualTo("0");
        Browser.looksRight(desk, "weights-mistake");
        desk.fill("#rating", "4");
        desk.locator("form[data-weights] button").click();

        desk.locator("#result").waitFor();
        assertThat(desk.locator("#changed").innerText()).contains("1").contains("50%");
        assertThat(desk.locator("#figures tbody tr").count()).isEqualTo(6);
        assertThat(desk.locator("#examples").innerText()).contains("Far Fang").contains("Near Ning");
        Browser.looksRight(desk, "weight-trial");
        var phone = at(
                browser.phone(),
                world.village.administrator,
                desk.url().substring(address().length()));
        Browser.looksRight(phone, "weight-trial");
        desk.locator("details.confirm summary").click();
        Browser.looksRight(desk, "weight-trial-confirm");
        desk.locator("form[action$=decision] button").click();
        assertThat(desk.locator("#notice").innerText()).contains("生效");
        assertThat(desk.locator("#changes").innerText()).contains("Zhang Wei");
        assertThat(policies.of(world.village.county).get(Policy.WEIGHT_AGAIN)).isZero();
        phone.locator("details.confirm summary").click();
        phone.locator("form[action$=decision] button").click();
        assertThat(phone.locator("main").innerText()).contains("刚刚有人改过");
    }

    @Test
    void withoutAScriptThereAreNumbersToTypeAndALinkToLookAgain() {
        var phone = at(browser.phoneWithoutScript(), world.village.administrator, WEIGHTS);
        assertThat(phone.locator("input[type=range]").count()).isZero();
        phone.fill("#way", "2000");
        phone.locator("form[data-weights] button").click();
        for (int look = 0; look < 100 && phone.locator("#result").count() == 0; look++) {
            phone.waitForTimeout(200);
            phone.reload();
        }
        assertThat(phone.locator("#result").count()).isEqualTo(1);
        assertThat(phone.locator("#differences").innerText()).contains("2,000");
        phone.navigate(WEIGHTS);
        phone.locator("form[data-weights] button").click();
        assertThat(phone.locator("main").innerText()).contains("没有变");
    }

    @Test
    void howDispatchGoesStandsOnTheUnitsPageAndOnOneToPrint() {
        var village = world.village;
        var phone = at(browser.phone(), village.administrator, "/admin/units/" + village.station.value());
        assertThat(phone.locator("#dispatch-measures tbody tr").count()).isEqualTo(5);
        Browser.looksRight(phone, "unit-with-measures");
        phone.locator("#dispatch-measures a.button").click();
        assertThat(phone.locator("#measure-wait").innerText()).contains("太少");
        Browser.looksRight(phone, "dispatch-measures");
        var desk = at(browser.desk(), village.clerk, "/overdue");
        desk.locator("main a[href$='/dispatch']").click();
        assertThat(desk.url()).endsWith("/units/" + village.station.value() + "/dispatch");
        desk.locator(".tabs a").last().click();
        assertThat(desk.url()).contains("QUARTER");
        assertThat(desk.locator("caption").first().innerText()).contains("90");
        Browser.looksRight(desk, "dispatch-measures");
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.locator(".tabs").isVisible()).isFalse();
        assertThat(desk.locator("#measure-wait").isVisible()).isTrue();
        assertThat(desk.navigate("/units/" + village.center.value() + "/dispatch")
                        .status())
                .isEqualTo(404);
    }

    private Page at(Page page, Actor actor, String path) {
        people.sits(actor, page, address()).navigate(path);
        return page;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
