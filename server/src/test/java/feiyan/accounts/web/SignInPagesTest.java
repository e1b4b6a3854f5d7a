package feiyan.accounts.web;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.Accounts;
import feiyan.accounts.AccountsWorld;
import feiyan.accounts.PasswordResets;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.SignedIn;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@FeiyanTest
@AutoConfigureMockMvc
@Import({AccountsWorld.class, SignInPagesTest.WhoAmI.class})
class SignInPagesTest {

    @Controller
    static class WhoAmI {

        @GetMapping("/who-am-i")
        @ResponseBody
        String who(Authentication somebody) {
            var who = (SignedIn) Objects.requireNonNull(somebody.getPrincipal());
            return who.county() + " " + who.person().value() + (who.staffProven() ? " staff" : "");
        }
    }

    private static final String PASSWORD = "swallow over wheat";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    private final Phone phone = newMobile();
    private @Nullable Cookie session;

    @BeforeEach
    void noSecondStep() {
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
    }

    private MvcTestResult get(String path) {
        var request = web.get().uri(path);
        return keep((session == null ? request : request.cookie(session)).exchange());
    }

    private MvcTestResult post(String path, String... form) {
        var request = web.post().uri(path).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return keep((session == null ? request : request.cookie(session)).exchange());
    }

    private MvcTestResult keep(MvcTestResult result) {
        var fresh = result.getResponse().getCookie("feiyan");
        if (fresh != null) {
            session = fresh;
        }
        return result;
    }

    @Test
    void aNewcomerGivesPhoneCodeAndName() {
        assertThat(post("/sign-in", "phone", phone.digits(), "next", "/who-am-i"))
                .hasRedirectedUrl("/sign-in/code");
        assertThat(get("/sign-in/code")).hasStatusOk().bodyText().contains(phone.masked());
        assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/sign-in/who");
        assertThat(get("/sign-in/who")).hasStatusOk().bodyText().contains("郯城县", "昌乐县");
        assertThat(post("/sign-in/who", "county", TANCHENG.toString(), "name", "王秀英"))
                .hasRedirectedUrl("/who-am-i");
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        assertThat(get("/who-am-i")).bodyText().isEqualTo(TANCHENG + " " + person.value());
    }

    @Test
    void whomAClerkRegisteredIsKnownAtOnce() {
        var person = persons.register(TANCHENG, "李大爷", phone).orThrow();
        post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
        assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/who-am-i");
        assertThat(get("/who-am-i")).bodyText().contains(person.value().toString());
    }

    @Test
    void whoIsKnownInTwoCountiesChoosesOneAndGivesNoName() {
        persons.register(TANCHENG, "李大爷", phone).orThrow();
        var there = persons.register(CHANGLE, "李大爷", phone).orThrow();
        post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
        assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/sign-in/who");
        assertThat(get("/sign-in/who")).bodyText().contains("name=\"county\"").doesNotContain("name=\"name\"");
        assertThat(post("/sign-in/who", "county", CHANGLE.toString())).hasRedirectedUrl("/who-am-i");
        assertThat(get("/who-am-i")).bodyText().isEqualTo(CHANGLE + " " + there.value());
    }

    @Test
    void aMistakeIsShownBesideItsField() {
        assertThat(post("/sign-in", "phone", "1381234"))
                .hasStatus(422)
                .bodyText()
                .contains("phone-mistake", "1381234");
        post("/sign-in", "phone", phone.digits());
        var wrong = company.last().code().equals("000000") ? "000001" : "000000";
        assertThat(post("/sign-in/code", "code", wrong))
                .hasStatus(422)
                .bodyText()
                .contains("code-mistake");
        post("/sign-in/code", "code", company.last().code());
        assertThat(post("/sign-in/who", "name", "王")).hasStatus(422).bodyText().contains("county-mistake");
        assertThat(post("/sign-in/who", "county", TANCHENG.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("name-mistake");
    }

    @Test
    void askingTooSoonIsRefusedWithWhatToDo() {
        post("/sign-in", "phone", phone.digits());
        assertThat(post("/sign-in", "phone", phone.digits())).hasStatus(409);
        assertThat(post("/sign-in/new-code")).hasStatus(409);
    }

    @Test
    void nobodySkipsAStep() {
        assertThat(get("/sign-in/code")).hasRedirectedUrl("/sign-in");
        assertThat(get("/sign-in/who")).hasRedirectedUrl("/sign-in");
        assertThat(post("/sign-in/code", "code", "123456")).hasRedirectedUrl("/sign-in");
        assertThat(post("/sign-in/who", "name", "x")).hasRedirectedUrl("/sign-in");
        assertThat(get("/staff/sign-in/number")).hasRedirectedUrl("/staff/sign-in");
        assertThat(get("/staff/totp")).hasRedirectedUrl("/staff/sign-in");
        assertThat(post("/staff/totp", "code", "123456")).hasRedirectedUrl("/staff/sign-in");
    }

    @Test
    void aStrangersAddressIsNotFollowed() {
        persons.register(TANCHENG, "李大爷", phone).orThrow();
        post("/sign-in", "phone", phone.digits(), "next", "//evil.example");
        assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/");
    }

    @Test
    void theSessionChangesItsIdAndStaysForAMonth() {
        persons.register(TANCHENG, "李大爷", phone).orThrow();
        post("/sign-in", "phone", phone.digits());
        var before = Objects.requireNonNull(session).getValue();
        post("/sign-in/code", "code", company.last().code());
        var after = Objects.requireNonNull(session);
        assertThat(after.getValue()).isNotEqualTo(before);
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(after.getMaxAge()).isPositive();
        assertThat(idleSeconds()).isEqualTo(30 * 24 * 3600);
    }

    private int idleSeconds() {
        return jdbc.sql("select max_inactive_interval from spring_session where session_id = :id")
                .param(
                        "id",
                        new String(
                                Base64.getDecoder()
                                        .decode(Objects.requireNonNull(session).getValue()),
                                UTF_8))
                .query(Integer.class)
                .single();
    }

    @Test
    void noPhoneLiesInTheSession() {
        post("/sign-in", "phone", phone.digits());
        var kept = jdbc.sql("select encode(attribute_bytes, 'escape') from spring_session_attributes")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().noneMatch(text -> text != null && text.contains(phone.digits()));
    }

    private void clerk() {
        accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
    }

    @Test
    void staffGivePhoneAndPassword() {
        clerk();
        assertThat(post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD, "next", "/who-am-i"))
                .hasRedirectedUrl("/who-am-i");
        assertThat(get("/who-am-i")).bodyText().endsWith(" staff");
        assertThat(Objects.requireNonNull(session).getMaxAge()).isNegative();
        assertThat(idleSeconds()).isEqualTo(30 * 60);
    }

    @Test
    void aWrongPasswordAndAnUnknownPhoneShowTheSamePage() {
        clerk();
        var wrong = post("/staff/sign-in", "phone", phone.digits(), "password", "not the right one");
        var unknown = post("/staff/sign-in", "phone", newMobile().digits(), "password", PASSWORD);
        assertThat(wrong).hasStatus(422).bodyText().contains("password-mistake").doesNotContain("not the right one");
        assertThat(unknown).hasStatus(422).bodyText().contains("password-mistake");
    }

    @Test
    void staffWhoComeByTextMessageAreResidents() {
        clerk();
        post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
        assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/sign-in/claimed");
        assertThat(post("/sign-in/claimed", "password", PASSWORD)).hasRedirectedUrl("/who-am-i");
        assertThat(get("/who-am-i")).bodyText().doesNotContain("staff");
    }

    @Test
    void staffWhoHaveShownThePhoneAreAskedForNothingMore() {
        clerk();
        jdbc.sql("update account set phone_proven_at = created_at").update();
        post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
        post("/sign-in/code", "code", company.last().code());
        assertThat(get("/who-am-i")).bodyText().doesNotContain("staff");
    }

    @Test
    void aCountyThatDemandsASecondStepLetsNobodyInWithoutIt() {
        clerk();
        policies.set(TANCHENG, Policy.STAFF_TOTP, true, null).orThrow();
        assertThat(post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD, "next", "/who-am-i"))
                .hasRedirectedUrl("/staff/totp");
        assertThat(get("/who-am-i").getResponse().getRedirectedUrl()).startsWith("/sign-in?");
        assertThat(get("/staff/totp")).hasStatusOk().bodyText().contains("<svg class=\"qr\"", "viewBox=\"0 0");
        assertThat(post("/staff/totp", "code", "12345"))
                .hasStatus(422)
                .bodyText()
                .contains("code-mistake");
    }

    @Test
    void aNewPasswordSignsTheOldSessionsOut() {
        clerk();
        post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD);
        assertThat(get("/who-am-i")).hasStatusOk();
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        var path = resets.link(TANCHENG, person, person).orThrow().path();
        var signedIn = session;
        session = null;
        assertThat(get(path)).hasStatusOk().bodyText().contains(phone.masked());
        assertThat(post(path, "password", "a brand new one", "again", "a brand new on"))
                .hasStatus(422);
        assertThat(post(path, "password", "1234567890", "again", "1234567890")).hasStatus(422);
        assertThat(post(path, "password", "a brand new one", "again", "a brand new one"))
                .hasRedirectedUrl("/staff/sign-in");
        assertThat(get(path)).hasStatus(409);
        session = signedIn;
        assertThat(get("/who-am-i").getResponse().getRedirectedUrl()).startsWith("/sign-in?");
    }
}
