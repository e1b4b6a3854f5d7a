package feiyan.orders.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Finding an order again: a clerk at the desk and on a phone, and whoever asked for it. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPagesTest {

    private static final String PASSWORD = "swallow over wheat";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc web;

    private Village village;

    @BeforeAll
    void anOrder() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        var wednesday = Village.wednesday(village.the(AppClock.class).instant());
        village.approved(village.project(1, 40), wednesday);
        village.the(OutboxWorker.class).work();
    }

    @Test
    void aClerkFindsAnOrderGoesThereAndBackAndKeepsTheSearch() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), village.clerk, "/inbox");
            looksRight(page, "inbox-with-search");
            page.fill("#find", "xiulan hair");
            page.locator("form.search button").click();
            assertThat(page.locator(".list .item").count()).isEqualTo(1);
            assertThat(page.locator(".list mark").allInnerTexts()).contains("hair");
            assertThat(page.url()).as("what was looked for is in no address").doesNotContain("hair");
            onBothScreens(page, "search-found");
            page.locator(".list a.what").click();
            assertThat(page.url()).contains("/orders/");
            page.goBack();
            assertThat(page.locator(".list .item").count())
                    .as("back at what was found")
                    .isEqualTo(1);
            keepAndRemove(page);
        }
    }

    private static void keepAndRemove(Page page) {
        page.locator("details:has(#name) summary").click();
        page.fill("#name", "Wang’s hair");
        page.locator("details:has(#name) button").click();
        page.navigate("/inbox");
        page.locator("nav.tabs a").getByText("Wang’s hair").click();
        assertThat(page.locator(".list .item").count()).isEqualTo(1);
        page.locator("main > details summary").click();
        onBothScreens(page, "search-saved");
        page.locator("form[action$=removal] button").click();
        assertThat(page.locator("nav.tabs").count()).isZero();
    }

    @Test
    void aSearchByTelephoneSaysThatItWasNotedAndWhatIsWrongStandsByTheField() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phoneWithoutScript(), village.clerk, "/search");
            ask(page, "0000");
            assertThat(page.locator(".list .item").count()).isEqualTo(1);
            assertThat(page.locator("#found .notice").innerText()).contains("留下记录");
            ask(page, "发");
            assertThat(page.locator("#words-mistake").isVisible()).isTrue();
            ask(page, "没有这样的");
            assertThat(page.locator(".empty").isVisible()).isTrue();
        }
    }

    @Test
    void thePageLooksRightEmptyNotedMistakenAndWithoutAHit() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), village.clerk, "/search");
            onBothScreens(page, "search");
            ask(page, "0000");
            onBothScreens(page, "search-noted");
            ask(page, "发");
            onBothScreens(page, "search-mistake");
            ask(page, "没有这样的");
            onBothScreens(page, "search-none");
        }
    }

    private static void ask(Page page, String words) {
        page.fill("#words", words);
        page.locator("main form.card > button").click();
    }

    @Test
    void conditionsAreKeptInTheForm() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.desk(), village.clerk, "/search");
            page.locator(".fold summary").click();
            page.selectOption("#pile", "DISPATCH");
            page.selectOption("#place", village.station.value().toString());
            page.locator("main form.card > button").click();
            assertThat(page.locator(".list .item").count()).isEqualTo(1);
            assertThat(page.locator("#pile").inputValue()).isEqualTo("DISPATCH");
            assertThat(page.locator("#place").inputValue())
                    .isEqualTo(village.station.value().toString());
            onBothScreens(page, "search-conditions");
            page.fill("#from", "2026-06-20");
            page.fill("#to", "2026-06-18");
            page.locator("main form.card > button").click();
            assertThat(page.locator("#to-mistake").isVisible()).isTrue();
        }
    }

    @Test
    void aRequesterFindsTheOwnOrderFromTheListInTheElderView() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), village.requester, "/orders");
            page.locator(".tool[aria-pressed]").first().click();
            looksRight(page, "orders-with-search-elder");
            page.fill("#find", "wang xiulan");
            page.locator("form.search button").click();
            assertThat(page.locator(".list .item").count()).isEqualTo(1);
            assertThat(page.locator("#pile").count()).isZero();
            looksRight(page, "search-requester-elder");
        }
    }

    @Test
    void strangeAddressesAndFormsBreakNothing() throws Exception {
        for (var path : List.of("/search?for=", "/search?for=%00%FF", "/search?for=AAAA", "/search?saved=")) {
            web.perform(get(path).with(AsActor.of(village.clerk))).andExpect(status().isOk());
        }
        web.perform(post("/search")
                        .param("words", "长".repeat(100_000))
                        .param("pile", "NONE")
                        .param("project", "x")
                        .param("place", "'")
                        .param("from", "yesterday")
                        .with(csrf())
                        .with(AsActor.of(village.clerk)))
                .andExpect(status().is(422));
        web.perform(get("/search")).andExpect(status().is3xxRedirection());
    }

    private static void onBothScreens(Page page, String name) {
        page.setViewportSize(360, 780);
        looksRight(page, name);
        page.setViewportSize(1440, 900);
        looksRight(page, name);
    }

    private Page signedIn(Page page, Actor somebody, String next) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(somebody.person()));
        var account = Objects.requireNonNull(opened.get(somebody.person()));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        var phone = village.the(Persons.class).phone(village.county, somebody.person(), somebody.person(), null);
        page.navigate("/staff/sign-in?next=" + next);
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.navigate(next);
        return page;
    }
}
