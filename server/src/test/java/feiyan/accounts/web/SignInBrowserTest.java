package feiyan.accounts.web;

import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.PasswordResets;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.TwoCounties;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
@Import(TwoCounties.class)
class SignInBrowserTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @LocalServerPort
    private int port;

    @Autowired
    private AppClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private Policies policies;

    /** On a phone, on one without scripts, and at a desk. */
    private void onEachScreen(Consumer<Page> walk) {
        try (var browser = Browser.at("http://localhost:" + port)) {
            Stream.of(browser.phone(), browser.phoneWithoutScript(), browser.desk())
                    .forEach(walk);
        }
    }

    /** No script of the page's own runs on the phone without; the tests' own can look at it all the same. */
    private static void looks(Page page, String name) {
        if (Boolean.TRUE.equals(page.evaluate("() => 'htmx' in window"))) {
            looksRight(page, name);
        }
    }

    @Test
    void aNewcomerSignsIn() {
        onEachScreen(page -> {
            page.navigate("/sign-in?next=/outbox");
            looks(page, "sign-in");
            page.fill("#phone", "1381234");
            send(page);
            looks(page, "sign-in-mistake");
            page.fill("#phone", newMobile().digits());
            send(page);
            looks(page, "code");
            assertThat(page.locator("#code").getAttribute("autocomplete")).isEqualTo("one-time-code");
            page.fill("#code", code(page));
            send(page);
            looks(page, "who");
            page.fill("#name", "王秀英");
            page.getByText("郯城县").click();
            send(page);
            assertThat(page.url()).endsWith("/outbox");
            looks(page, "outbox");
        });
    }

    private static void send(Page page) {
        page.locator("main form.stack button").click();
    }

    private static String code(Page page) {
        try (var other = page.context().newPage()) {
            other.navigate("/outbox");
            var words = other.locator("main .what").first().innerText();
            var code = CODE.matcher(words);
            assertThat(code.find()).isTrue();
            return code.group();
        }
    }

    @Test
    void staffSetTheirSecondStepUpAndUseIt() {
        onEachScreen(page -> {
            var phone = newMobile();
            accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
            policies.set(TANCHENG, Policy.STAFF_TOTP, true, null).orThrow();
            password(page, phone);
            looks(page, "totp");
            var secret = page.locator("main code").innerText().replace(" ", "");
            page.fill("#code", Authenticator.number(secret, clock.instant()));
            send(page);
            forgetEverything(page);
            password(page, phone);
            looks(page, "number");
            page.fill("#code", "000000");
            send(page);
            looks(page, "number-mistake");
            page.fill("#code", Authenticator.number(secret, clock.instant().plusSeconds(30)));
            send(page);
            page.navigate("/outbox");
            assertThat(page.locator("form[action='/staff/sign-in/number']").count())
                    .isZero();
        });
    }

    /** Off the page first: what its bell still asks, by then a stranger, would be given a form's token of its own. */
    private static void forgetEverything(Page page) {
        page.navigate("about:blank");
        page.context().clearCookies();
    }

    @Test
    void whoeverHasThePhoneLetsAStrangersClaimFall() {
        onEachScreen(page -> {
            var phone = newMobile();
            accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
            page.navigate("/sign-in?next=/outbox");
            page.fill("#phone", phone.digits());
            send(page);
            page.fill("#code", code(page));
            send(page);
            assertThat(page.url()).endsWith("/sign-in/claimed");
            looks(page, "claimed");
            page.fill("#password", "not the right one");
            page.locator("form[action='/sign-in/claimed'] button").click();
            looks(page, "claimed-mistake");
            page.locator("form[action='/sign-in/claimed/not-mine'] button").click();
            assertThat(page.url()).doesNotContain("/sign-in/claimed");
        });
    }

    @Test
    void staffChangeTheirPasswordThemselves() {
        onEachScreen(page -> {
            var phone = newMobile();
            accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
            policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
            password(page, phone);
            page.navigate("/sessions");
            page.locator("a[href='/sessions/password']").click();
            looks(page, "own-password");
            page.fill("#current", "not the right one");
            page.fill("#password", "a brand new password");
            page.fill("#again", "a brand new password");
            send(page);
            looks(page, "own-password-mistake");
            page.fill("#current", PASSWORD);
            page.fill("#password", "a brand new password");
            page.fill("#again", "a brand new password");
            send(page);
            assertThat(page.url()).endsWith("/sessions");
            looks(page, "own-password-changed");
        });
    }

    private static void password(Page page, Phone phone) {
        page.navigate("/staff/sign-in?next=/outbox");
        looks(page, "staff-sign-in");
        page.fill("#phone", phone.digits());
        page.fill("#password", PASSWORD);
        send(page);
    }

    @Test
    void aLinkLeadsToANewPassword() {
        onEachScreen(page -> {
            var phone = newMobile();
            accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
            var person = persons.byPhone(TANCHENG, phone).orElseThrow();
            page.navigate(resets.link(TANCHENG, person, person).orThrow().path());
            looks(page, "password-reset");
            page.fill("#password", "a brand new password");
            page.fill("#again", "a brand new password");
            send(page);
            assertThat(page.url()).endsWith("/staff/sign-in");
            looks(page, "password-set");
        });
    }
}
