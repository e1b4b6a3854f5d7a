package feiyan.accounts.web;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.AccountsWorld;
import feiyan.accounts.Passwords;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.SignInCodes;
import feiyan.accounts.Visit;
import feiyan.platform.Ids;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import feiyan.platform.database.FeiyanTest;
import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever is between two steps has proven the first one only for as long as it stands. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@Import({AccountsWorld.class, HalfWayInTest.Both.class, SignInPagesTest.WhoAmI.class})
class HalfWayInTest {

    /** The counties of the world above live here, though nobody founded them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Both {

        @Bean
        @Primary
        Tenants both() {
            return () -> List.of(TANCHENG, CHANGLE);
        }
    }

    private static final String PASSWORD = "swallow over wheat";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Persons persons;

    @Autowired
    private Policies policies;

    private final Phone phone = newMobile();

    @BeforeEach
    void aSecondStep() {
        policies.set(TANCHENG, Policy.STAFF_TOTP, true, null).orThrow();
    }

    private final class Browser {

        private final Map<String, Cookie> cookies = new HashMap<>();

        MvcTestResult get(String path) {
            return keep(with(web.get().uri(path)).exchange());
        }

        MvcTestResult post(String path, String... form) {
            var request = web.post().uri(path).with(csrf());
            for (int i = 0; i < form.length; i += 2) {
                request = request.param(form[i], form[i + 1]);
            }
            return keep(with(request).exchange());
        }

        private MockMvcTester.MockMvcRequestBuilder with(MockMvcTester.MockMvcRequestBuilder request) {
            return cookies.isEmpty() ? request : request.cookie(cookies.values().toArray(new Cookie[0]));
        }

        private MvcTestResult keep(MvcTestResult result) {
            for (var cookie : result.getResponse().getCookies()) {
                cookies.put(cookie.getName(), cookie);
            }
            cookies.values().removeIf(cookie -> cookie.getMaxAge() == 0);
            return result;
        }

        MvcTestResult byPassword(String password) {
            return post("/staff/sign-in", "phone", phone.digits(), "password", password, "next", "/who-am-i");
        }

        MvcTestResult byCode() {
            post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
            return post("/sign-in/code", "code", company.last().code());
        }
    }

    private AccountId clerk() {
        return accounts.openStaffAccount(TANCHENG, "Ma", phone, PASSWORD).orThrow();
    }

    private static Visit elsewhere() {
        return new Visit("203.0.113.99", null);
    }

    @Test
    void aNewPasswordEndsTheWayInAtTheSecondStep() {
        var account = clerk();
        var thief = new Browser();
        assertThat(thief.byPassword(PASSWORD)).hasRedirectedUrl("/staff/totp");
        assertThat(thief.get("/staff/totp")).hasStatusOk();
        accounts.setPassword(account, "a brand new password").orThrow();
        assertThat(thief.get("/staff/totp")).hasRedirectedUrl("/staff/sign-in");
        assertThat(thief.post("/staff/totp", "code", "123456")).hasRedirectedUrl("/staff/sign-in");
    }

    @Test
    void aNewPasswordEndsTheWayInAtTheChoiceOfACounty() {
        persons.register(TANCHENG, "Ma", phone).orThrow();
        persons.register(CHANGLE, "Ma", phone).orThrow();
        var asker = Ids.next();
        codes.send(phone, asker, elsewhere()).orThrow();
        var account = codes.redeem(phone, asker, company.last().code()).orThrow();
        var thief = new Browser();
        assertThat(thief.byCode()).hasRedirectedUrl("/sign-in/who");
        assertThat(thief.get("/sign-in/who")).hasStatusOk();
        accounts.setPassword(account, "a brand new password").orThrow();
        assertThat(thief.get("/sign-in/who")).hasRedirectedUrl("/sign-in");
        assertThat(thief.post("/sign-in/who", "county", CHANGLE.toString())).hasRedirectedUrl("/sign-in");
    }

    @Test
    void aCodeForANumberThatSomebodyClaimedAsksForThePasswordToo() {
        var account = clerk();
        var hers = persons.register(CHANGLE, "Grandmother", phone).orThrow();
        var browser = new Browser();
        assertThat(browser.byCode()).hasRedirectedUrl("/sign-in/claimed");
        assertThat(browser.get("/sign-in/who")).hasRedirectedUrl("/sign-in");
        assertThat(browser.get("/sign-in/claimed")).hasStatusOk();
        assertThat(browser.post("/sign-in/claimed", "password", "not the one"))
                .hasStatus(422)
                .bodyText()
                .contains("password-mistake");
        assertThat(browser.post("/sign-in/claimed", "password", PASSWORD)).hasRedirectedUrl("/sign-in/who");
        assertThat(browser.post("/sign-in/who", "county", CHANGLE.toString())).hasRedirectedUrl("/who-am-i");
        assertThat(accounts.of(CHANGLE, hers)).contains(account);
        passwords.check(phone, PASSWORD, elsewhere()).orThrow();
    }

    @Test
    void whoeverHasThePhoneSaysThatTheClaimIsNotTheirsAndItFalls() {
        var account = clerk();
        var claimant = persons.byPhone(TANCHENG, phone).orElseThrow();
        var hers = persons.register(CHANGLE, "Grandmother", phone).orThrow();
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
        var thief = new Browser();
        assertThat(thief.byPassword(PASSWORD)).hasRedirectedUrl("/who-am-i");
        assertThat(thief.get("/who-am-i")).hasStatusOk();
        var browser = new Browser();
        browser.byCode();
        assertThat(browser.post("/sign-in/claimed/not-mine")).hasRedirectedUrl("/who-am-i");
        assertThat(browser.get("/who-am-i")).bodyText().isEqualTo(CHANGLE + " " + hers.value());
        assertThat(thief.get("/who-am-i").getResponse().getStatus()).isNotEqualTo(200);
        assertThat(accounts.of(TANCHENG, claimant)).isEmpty();
        assertThat(accounts.of(CHANGLE, hers)).contains(account);
        assertThat(AccountsWorld.refusalOf(passwords.check(phone, PASSWORD, elsewhere())))
                .isEqualTo("sign_in.password_wrong");
    }

    @Test
    void inTheBrowserWhereThePasswordWasRightTheCodeIsEnough() {
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
        clerk();
        var browser = new Browser();
        assertThat(browser.byPassword(PASSWORD)).hasRedirectedUrl("/who-am-i");
        assertThat(browser.byCode()).hasRedirectedUrl("/who-am-i");
        assertThat(new Browser().byCode()).hasRedirectedUrl("/who-am-i");
    }

    @Test
    void nobodySkipsTheQuestion() {
        assertThat(new Browser().get("/sign-in/claimed")).hasRedirectedUrl("/sign-in");
        assertThat(new Browser().post("/sign-in/claimed", "password", PASSWORD)).hasRedirectedUrl("/sign-in");
        assertThat(new Browser().post("/sign-in/claimed/not-mine")).hasRedirectedUrl("/sign-in");
    }
}
