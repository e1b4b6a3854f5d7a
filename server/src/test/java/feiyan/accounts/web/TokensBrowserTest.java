package feiyan.accounts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.ApiClient;
import feiyan.cast.Telephone;
import feiyan.cast.Village;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Somebody gives a machine a key, sees it once, and takes it back. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Telephone.class)
@TestInstance(Lifecycle.PER_CLASS)
class TokensBrowserTest {

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
    void aClerkMakesOneAtTheDeskUsesItAndRevokesIt() throws Exception {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.desk(), village.clerk);
            page.navigate("/tokens");
            looksRight(page, "tokens-first");
            assertThat(page.locator("#purpose")).hasCount(0);
            prove(page, village.clerk);
            looksRight(page, "tokens-none");
            page.fill("#purpose", "街道办系统对接");
            page.locator("input[name=scope][value='desk:read']").check();
            page.locator("main form.stack button").click();
            var token = page.locator("#token").inputValue();
            assertThat(status("/api/v1/overdue", "Authorization", "Bearer " + token))
                    .as("another scope")
                    .isEqualTo(403);
            looksRight(page, "tokens-made");
            assertThat(status("/api/v1/inbox", "Authorization", "Bearer " + token))
                    .isEqualTo(200);
            page.navigate("/tokens");
            assertThat(page.locator("#token")).hasCount(0);
            assertThat(page.content()).doesNotContain(token);
            assertThat(page.locator("main")).containsText("街道办系统对接");
            page.locator("main li form button").first().click();
            assertThat(page.locator("#notice")).containsText("已作废");
            looksRight(page, "tokens-revoked");
            assertThat(status("/api/v1/inbox", "Authorization", "Bearer " + token))
                    .isEqualTo(401);
        }
    }

    @Test
    void aResidentOnThePhoneIsOfferedNoDeskAndToldWhatIsMissing() {
        var resident = Actor.withoutPosts(village.county, village.person("王秀兰"));
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.phone(), resident);
            page.navigate("/tokens?lang=en");
            prove(page, resident);
            assertThat(page.locator("input[value='desk:read']")).hasCount(0);
            page.locator("main form.stack button").click();
            assertThat(page.locator("#purpose-mistake")).containsText("Say what it is for");
            page.fill("#purpose", "my calendar");
            page.locator("main form.stack button").click();
            assertThat(page.locator("#scope-mistake")).containsText("Tick at least one");
            assertThat(page.locator("#purpose")).hasValue("my calendar");
            looksRight(page, "tokens-mistake");
        }
    }

    @Test
    void whatMachinesCanDoIsReadByAnybody() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phone();
            page.navigate("/developers");
            assertThat(page.locator("h1")).containsText("接口");
            page.locator("summary", new Page.LocatorOptions().setHasText("POST /api/v1/orders "))
                    .first()
                    .click();
            assertThat(page.locator("main")).containsText("orders:write");
            assertThat(page.locator("main h2").allInnerTexts())
                    .contains("My offers")
                    .noneMatch(it -> it.contains("-api"));
            looksRight(page, "developers");
        }
    }

    @Test
    void aSessionsCookieOpensNothingToMachines() throws Exception {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = signedIn(browser.desk(), village.clerk);
            var cookies = page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .toList();
            assertThat(status("/inbox", "Cookie", String.join("; ", cookies))).isEqualTo(200);
            assertThat(status("/api/v1/inbox", "Cookie", String.join("; ", cookies)))
                    .isEqualTo(401);
        }
    }

    private void prove(Page page, Actor somebody) {
        page.locator("main a[href*='/my-data/proof']").click();
        page.locator("main form button").click();
        page.fill("#code", telephone.code(phone(somebody)));
        page.locator("main form button").click();
        page.waitForURL("**/tokens");
    }

    private Phone phone(Actor somebody) {
        return village.the(Persons.class)
                .phone(village.county, somebody.person(), somebody.person(), null)
                .orElseThrow();
    }

    private int status(String path, String header, String value) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header(header, value)
                    .build();
            return http.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private Page signedIn(Page page, Actor somebody) {
        var account = ApiClient.signedIn(house, somebody).account();
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        page.navigate("/staff/sign-in?next=/tokens");
        page.fill("#phone", phone(somebody).digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.waitForURL("**/tokens");
        return page;
    }
}
