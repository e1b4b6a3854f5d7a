package feiyan.units.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Stays;
import feiyan.cast.Village;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.web.browser.Browser;
import feiyan.web.browser.ElderRules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where one is signed in, how it ends, and that nothing typed is lost by it. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsBrowserTest {

    private static final String PASSWORD = "swallow over wheat";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient jdbc;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_IDLE, Policy.STAFF_IDLE.standard(), null)
                .orThrow();
        for (var actor : List.of(village.administrator, village.clerk)) {
            village.the(Accounts.class).setPassword(account(actor), PASSWORD).orThrow();
        }
    }

    private AccountId account(Actor actor) {
        return Objects.requireNonNull(village.the(Accounts.class)
                .openFor(village.county, List.of(actor.person()))
                .getOrDefault(
                        actor.person(),
                        village.the(Accounts.class)
                                .of(village.county, actor.person())
                                .orElse(null)));
    }

    private void signIn(Page page, Actor actor, String next) {
        page.navigate("/staff/sign-in?next=" + next);
        fillAndSend(page, actor);
        page.waitForURL("**" + next);
    }

    private void fillAndSend(Page page, Actor actor) {
        var person = actor.person();
        var phone = village.the(Persons.class).phone(village.county, person, person, null);
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
    }

    @Test
    void aClerkFindsAStrangeDeviceAndEndsIt() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var strange = browser.desk();
            signIn(strange, village.clerk, "/inbox");
            var phone = browser.phone();
            signIn(phone, village.clerk, "/inbox");
            phone.locator("details.menu summary").click();
            phone.locator(".menu-in a[href$='/sessions']").click();
            assertThat(phone.locator("main .item")).hasCount(2);
            assertThat(phone.locator("main .item").first()).containsText("就是这台");
            looksRight(phone, "sessions");
            phone.locator(".top-in button[name=elder]").click();
            ElderRules.hold(phone, "sessions-elder");
            looksRight(phone, "sessions-elder");
            phone.locator("main form[action*='/end'] button").first().click();
            assertThat(phone.locator("#notice")).containsText("已经退出");
            assertThat(phone.locator("main .item")).hasCount(1);
            strange.reload();
            org.assertj.core.api.Assertions.assertThat(strange.url()).contains("/sign-in");
        }
    }

    @Test
    void anAdministratorSignsAClerkOutEverywhere() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var clerk = browser.phone();
            signIn(clerk, village.clerk, "/inbox");
            var desk = browser.desk();
            signIn(desk, village.administrator, "/admin/staff");
            looksRight(desk, "staff-with-sign-out");
            desk.locator("form[action='/admin/staff/" + village.clerk.person().value() + "/sign-out'] button")
                    .click();
            assertThat(desk.locator("#notice")).containsText("已退出所有设备");
            org.assertj.core.api.Assertions.assertThat(village.the(Stays.class).of(account(village.clerk)))
                    .isEmpty();
            clerk.reload();
            org.assertj.core.api.Assertions.assertThat(clerk.url()).contains("/sign-in");
        }
    }

    @Test
    void anAdministratorSignsSomebodyOutWhosePhoneIsGone() {
        village.the(Homes.class).settle(village.county, village.clerk.person(), village.station);
        var person = village.clerk.person();
        var number = village.the(Persons.class)
                .phone(village.county, person, person, null)
                .orElseThrow()
                .digits();
        try (var browser = Browser.at("http://localhost:" + port)) {
            var lost = browser.phone();
            signIn(lost, village.clerk, "/inbox");
            var desk = browser.desk();
            signIn(desk, village.administrator, "/admin");
            desk.locator("a[href$='/admin/sign-ins']").click();
            looksRight(desk, "sign-ins-of-others");
            desk.locator("main form button").click();
            assertThat(desk.locator("#why-mistake")).isVisible();
            desk.fill("#phone", "1");
            desk.getByLabel("手机被偷了").check();
            desk.getByLabel("当面认出本人").check();
            desk.locator("main form button").click();
            assertThat(desk.locator("#phone-mistake")).isVisible();
            assertThat(desk.getByLabel("手机被偷了")).isChecked();
            desk.fill("#phone", number);
            desk.locator("main form button").click();
            assertThat(desk.locator("#notice")).containsText("已从所有设备退出");
            lost.reload();
            org.assertj.core.api.Assertions.assertThat(lost.url()).contains("/sign-in");
        }
    }

    @Test
    void anAdministratorTakesOffTheAuthenticatorOfAClerkWhoLostIt() {
        jdbc.sql("update account set totp_sealed = '\\x01', totp_confirmed_at = created_at where id = :account")
                .param("account", account(village.clerk).value())
                .update();
        try (var browser = Browser.at("http://localhost:" + port)) {
            var desk = browser.desk();
            signIn(desk, village.administrator, "/admin/staff");
            var lost = "/admin/staff/" + village.clerk.person().value() + "/lost-authenticator";
            assertThat(desk.locator("a[href$='" + village.administrator.person().value() + "/lost-authenticator']"))
                    .hasCount(0);
            desk.locator("a[href$='" + lost + "']").click();
            looksRight(desk, "lost-authenticator");
            desk.locator("main form button").click();
            assertThat(desk.locator("#why-mistake")).containsText("请选一个原因");
            assertThat(desk.locator("#recognised-mistake")).containsText("请选怎么确认");
            desk.getByLabel("手机丢了").check();
            desk.locator("main form button").click();
            assertThat(desk.getByLabel("手机丢了")).isChecked();
            desk.getByLabel("当面认出本人").check();
            desk.locator("main form button").click();
            assertThat(desk.locator("#notice")).containsText("已取消");
            desk.navigate(lost);
            assertThat(desk.locator("main")).containsText("没有设置身份验证器");

            signIn(browser.phone(), village.clerk, "/inbox");
            looksRight(desk, "lost-authenticator-none");
        }
    }

    /** As if nobody had touched the page for so long. */
    private void rest(Actor actor, Duration time) {
        jdbc.sql("update stay set seen_at = seen_at - make_interval(secs => :seconds) where account_id = :account")
                .param("seconds", time.toSeconds())
                .param("account", account(actor).value())
                .update();
    }

    private static Locator part(Page page, String name) {
        return page.locator("#session-ends [data-part=" + name + "]");
    }

    @Test
    void staffAreWarnedInTimeAndStayWithOneTap() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            for (var page : List.of(browser.phone(), browser.desk())) {
                village.the(Policies.class)
                        .set(village.county, Policy.STAFF_IDLE, Duration.ofMinutes(5), null)
                        .orThrow();
                signIn(page, village.clerk, "/inbox");
                assertThat(part(page, "idle")).isVisible();
                looksRight(page, "session-ends-soon");
                village.the(Policies.class)
                        .set(village.county, Policy.STAFF_IDLE, Duration.ofMinutes(30), null)
                        .orThrow();
                page.locator("#session-ends [data-stay]").click();
                assertThat(page.locator("#session-ends")).isHidden();
            }
        }
    }

    @Test
    void whatWasTypedIsStillThereAfterTheSignInHasEnded() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            for (var page : List.of(browser.phone(), browser.desk())) {
                page.clock().install();
                signIn(page, village.administrator, "/admin/policy/clock.rating_days");
                var days = page.viewportSize().width < 1000 ? "21" : "22";
                page.fill("#value", days);
                rest(village.administrator, Duration.ofMinutes(31));
                page.clock().fastForward("31:00");
                assertThat(part(page, "over")).isVisible();
                looksRight(page, "session-ends-over");
                page.locator("main form.card button").click();
                assertThat(page.locator("#value")).hasValue(days);
                var beside =
                        page.waitForPopup(() -> part(page, "over").locator("a").click());
                fillAndSend(beside, village.administrator);
                beside.waitForURL("**/sessions");
                page.evaluate("() => { dispatchEvent(new Event('focus')); }");
                assertThat(page.locator("#session-ends")).isHidden();
                page.locator("main form.card button").click();
                assertThat(page.locator("#notice")).containsText("生效");
                assertThat(page.locator("#changes")).containsText(days + " 天");
            }
        }
    }

    /** The page cannot know of an end elsewhere: it asks before it lets go of what was typed. */
    @Test
    void whatIsSentAfterAnEndFromElsewhereWaitsOnThePage() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.desk();
            page.clock().install();
            signIn(page, village.administrator, "/admin/policy/clock.rating_days");
            page.fill("#value", "23");
            var account = account(village.administrator);
            var stay = village.the(Stays.class).of(account).getFirst().id();
            village.the(Stays.class).end(account, stay).orThrow();
            page.clock().fastForward("02:00");
            page.locator("main form.card button").click();
            assertThat(part(page, "over")).isVisible();
            assertThat(page.locator("#value")).hasValue("23");
        }
    }
}
