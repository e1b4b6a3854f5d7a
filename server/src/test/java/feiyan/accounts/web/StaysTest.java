package feiyan.accounts.web;

import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.AccountsWorld;
import feiyan.accounts.Ending;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Stay;
import feiyan.accounts.Stays;
import feiyan.platform.AppClock;
import feiyan.platform.Networks;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How long a sign-in holds, and who ends it. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.public-url=https://feiyan.example.cn"})
@AutoConfigureMockMvc
@Import({AccountsWorld.class, SignInPagesTest.WhoAmI.class})
class StaysTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final String OFFICE = "10.20.30.40";
    private static final String WECHAT = "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/116.0"
            + " Mobile Safari/537.36 MicroMessenger/8.0.49";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Stays stays;

    @Autowired
    private Policies policies;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Phone phone = newMobile();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void standardPolicy() {
        // To the microsecond, as the database keeps it.
        start = clock.instant().truncatedTo(ChronoUnit.MICROS);
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
        policies.set(TANCHENG, Policy.STAFF_NETWORKS, Networks.NONE, null).orThrow();
        policies.set(TANCHENG, Policy.STAFF_IDLE, Policy.STAFF_IDLE.standard(), null)
                .orThrow();
    }

    /** Somebody's browser: its cookies, and where it stands. */
    private final class Browser {

        private final Map<String, Cookie> cookies = new HashMap<>();
        private String address = OFFICE;
        private String name = WECHAT;

        MvcTestResult get(String path, String... headers) {
            var request = web.get().uri(path);
            for (int i = 0; i < headers.length; i += 2) {
                request = request.header(headers[i], headers[i + 1]);
            }
            return keep(from(request).exchange());
        }

        MvcTestResult post(String path, String... form) {
            var request = web.post().uri(path).with(csrf());
            for (int i = 0; i < form.length; i += 2) {
                request = request.param(form[i], form[i + 1]);
            }
            return keep(from(request).exchange());
        }

        private MockMvcTester.MockMvcRequestBuilder from(MockMvcTester.MockMvcRequestBuilder request) {
            var own = cookies.values().toArray(new Cookie[0]);
            // A browser beyond this machine, behind the front door: only its address counts here.
            return (own.length == 0 ? request : request.cookie(own))
                    .header("User-Agent", name)
                    .with(built -> {
                        built.setRemoteAddr(address);
                        built.setSecure(true);
                        built.setServerName("feiyan.example.cn");
                        built.setServerPort(443);
                        return built;
                    });
        }

        private MvcTestResult keep(MvcTestResult result) {
            for (var cookie : result.getResponse().getCookies()) {
                cookies.put(cookie.getName(), cookie);
            }
            cookies.values().removeIf(cookie -> cookie.getMaxAge() == 0);
            return result;
        }

        Browser asStaff() {
            assertThat(post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD, "next", "/who-am-i"))
                    .hasRedirectedUrl("/who-am-i");
            return this;
        }

        Browser asResident() {
            post("/sign-in", "phone", phone.digits(), "next", "/who-am-i");
            assertThat(post("/sign-in/code", "code", company.last().code())).hasRedirectedUrl("/who-am-i");
            return this;
        }

        boolean isIn(String... headers) {
            return get("/who-am-i", headers).getResponse().getStatus() == 200;
        }

        String session() {
            return requireNonNull(cookies.get("__Host-feiyan")).getValue();
        }
    }

    /** Who has shown the phone before. */
    private AccountId clerk() {
        var account =
                accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
        jdbc.sql("update account set phone_proven_at = created_at where id = :account")
                .param("account", account.value())
                .update();
        return account;
    }

    private <T> T after(Duration time, Supplier<T> deed) {
        return clock.at(start.plus(time), deed);
    }

    private boolean isInAfter(Duration time, Browser browser, String... headers) {
        return clock.at(start.plus(time), () -> browser.isIn(headers));
    }

    @Test
    void staffAtRestAreSignedOutAndWhoWorksIsNot() {
        clerk();
        var browser = new Browser();
        after(Duration.ZERO, browser::asStaff);
        assertThat(isInAfter(Duration.ofMinutes(29), browser)).isTrue();
        assertThat(isInAfter(Duration.ofMinutes(58), browser)).isTrue();
        assertThat(isInAfter(Duration.ofMinutes(88), browser)).isFalse();
        assertThat(jdbc.sql("select ended_why from stay where ended_why = 'IDLE'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
    }

    /** A board that is open overnight asks for itself each minute: nobody sits before it. */
    @Test
    void whatAPageAsksForByItselfIsNoSignOfLife() {
        clerk();
        var browser = new Browser();
        after(Duration.ZERO, browser::asStaff);
        for (int minute = 5; minute < 30; minute += 5) {
            assertThat(isInAfter(Duration.ofMinutes(minute), browser, "X-By-Itself", "true"))
                    .isTrue();
            assertThat(isInAfter(Duration.ofMinutes(minute), browser, "Accept", "text/event-stream"))
                    .isTrue();
        }
        assertThat(isInAfter(Duration.ofMinutes(31), browser)).isFalse();
    }

    @Test
    void staffSignInAnewAfterTwelveHoursWhateverTheyDo() {
        clerk();
        var browser = new Browser();
        after(Duration.ZERO, browser::asStaff);
        for (int minute = 20; minute < 720; minute += 20) {
            assertThat(isInAfter(Duration.ofMinutes(minute), browser))
                    .as("minute %d", minute)
                    .isTrue();
        }
        assertThat(isInAfter(Duration.ofHours(12), browser)).isFalse();
    }

    @Test
    void residentsStayForAMonthOfRestAndThreeMonthsInAll() {
        persons.register(TANCHENG, "王秀英", phone).orThrow();
        var browser = new Browser();
        after(Duration.ZERO, browser::asResident);
        for (int day : new int[] {29, 58, 87, 89}) {
            assertThat(isInAfter(Duration.ofDays(day), browser))
                    .as("day %d", day)
                    .isTrue();
        }
        assertThat(isInAfter(Duration.ofDays(90), browser)).isFalse();
        var other = new Browser();
        after(Duration.ofMinutes(2), other::asResident);
        assertThat(isInAfter(Duration.ofDays(30).plusMinutes(2), other)).isFalse();
    }

    @Test
    void aTighterPolicyHoldsAtOnceForThoseSignedInToo() {
        clerk();
        var browser = new Browser();
        after(Duration.ZERO, browser::asStaff);
        policies.set(TANCHENG, Policy.STAFF_IDLE, Duration.ofMinutes(5), null).orThrow();
        assertThat(isInAfter(Duration.ofMinutes(6), browser)).isFalse();
    }

    @Test
    void theListSaysWhereInPlainWords() {
        clerk();
        var browser = new Browser().asStaff();
        var other = new Browser();
        other.name =
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
        other.address = "2001:db8:1:2:3:4:5:6";
        other.asStaff();
        assertThat(browser.get("/sessions"))
                .hasStatusOk()
                .bodyText()
                .contains("安卓手机 · 微信", "就是这台", "Windows 电脑 · Edge 浏览器", "10.20.30.0", "2001:db8:1:0:0:0:0:0")
                .doesNotContain(OFFICE, "2001:db8:1:2", "MicroMessenger");
        assertThat(browser.get("/sessions?lang=en")).bodyText().contains("Android, WeChat", "This device");
    }

    @Test
    void oneIsEndedFromAnotherAtOnceAndInTheDatabase() {
        var account = clerk();
        var here = new Browser().asStaff();
        var there = new Browser().asStaff();
        var before = sessions(account);
        assertThat(here.post("/sessions/" + theOther(account, here) + "/end")).hasRedirectedUrl("/sessions");
        assertThat(sessions(account)).isEqualTo(before - 1);
        assertThat(there.isIn()).isFalse();
        assertThat(here.isIn()).isTrue();
    }

    private long sessions(AccountId account) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :account")
                .param("account", account.value().toString())
                .query(Long.class)
                .single();
    }

    private UUID theOther(AccountId account, Browser here) {
        var page = new String(here.get("/sessions").getResponse().getContentAsByteArray(), UTF_8);
        return stays.of(account).stream()
                .map(stay -> stay.id().value())
                .filter(id -> page.contains("/sessions/" + id + "/end"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allOthersAreEndedAndTheOneAtHandIsNot() {
        clerk();
        var here = new Browser().asStaff();
        var there = new Browser().asStaff();
        var phoneAtHome = new Browser().asResident();
        assertThat(here.post("/sessions/end-others")).hasRedirectedUrl("/sessions");
        assertThat(there.isIn()).isFalse();
        assertThat(phoneAtHome.isIn()).isFalse();
        assertThat(here.isIn()).isTrue();
    }

    @Test
    void nobodyEndsAStrangersStay() {
        var account = clerk();
        var victim = new Browser().asStaff();
        var id = stays.of(account).getFirst().id();
        var other = accounts.openStaffAccount(TANCHENG, "李文员", newMobile(), PASSWORD)
                .orThrow();
        assertThat(stays.end(other, id)).isEqualTo(Outcome.refused("stay.ended_already"));
        assertThat(victim.isIn()).isTrue();
    }

    @Test
    void ofTwoWhoEndOneStayAtOnceOneDoes() throws Exception {
        var account = clerk();
        new Browser().asStaff();
        var id = stays.of(account).getFirst().id();
        try (var people = Executors.newFixedThreadPool(4)) {
            var deeds = IntStream.range(0, 4)
                    .mapToObj(i -> people.submit(() -> stays.end(account, id)))
                    .toList();
            int done = 0;
            for (var deed : deeds) {
                done += deed.get(30, TimeUnit.SECONDS) instanceof Outcome.Done ? 1 : 0;
            }
            assertThat(done).isOne();
        }
    }

    @Test
    void signingOutEndsTheSessionInTheDatabaseAndClearsWhatTheBrowserKept() {
        var account = clerk();
        var browser = new Browser().asStaff();
        var cookie = browser.session();
        var answer = browser.post("/sign-out");
        assertThat(answer).hasRedirectedUrl("/");
        assertThat(answer.getResponse().getHeader("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
        assertThat(sessions(account)).isZero();
        assertThat(stays.of(account)).isEmpty();
        browser.cookies.put("__Host-feiyan", new Cookie("__Host-feiyan", cookie));
        assertThat(browser.isIn()).as("with the old cookie").isFalse();
    }

    @Test
    void aNewPasswordEndsEverySignIn() {
        var account = clerk();
        var staff = new Browser().asStaff();
        var resident = new Browser().asResident();
        accounts.setPassword(account, "a brand new password").orThrow();
        assertThat(staff.isIn()).isFalse();
        assertThat(resident.isIn()).isFalse();
        assertThat(stays.of(account)).isEmpty();
    }

    @Test
    void whoChangesTheOwnPasswordKnowsTheOldOneAndStaysInHereAlone() {
        clerk();
        var here = new Browser().asStaff();
        var elsewhere = new Browser().asStaff();
        var next = "a brand new password";
        assertThat(here.get("/sessions")).bodyText().contains("/sessions/password");
        assertThat(here.get("/sessions/password")).hasStatusOk();
        assertThat(changed(here, "not the one", next, next))
                .hasStatus(422)
                .bodyText()
                .contains("current-mistake");
        assertThat(changed(here, PASSWORD, "short", "short"))
                .hasStatus(422)
                .bodyText()
                .contains("password-mistake");
        assertThat(changed(here, PASSWORD, next, "another"))
                .hasStatus(422)
                .bodyText()
                .contains("again-mistake");
        assertThat(elsewhere.isIn()).isTrue();
        assertThat(changed(here, PASSWORD, next, next)).hasRedirectedUrl("/sessions");
        assertThat(here.isIn()).isTrue();
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(new Browser().post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD))
                .hasStatus(422);
    }

    private static MvcTestResult changed(Browser browser, String current, String password, String again) {
        return browser.post("/sessions/password", "current", current, "password", password, "again", again);
    }

    @Test
    void whoHasNoPasswordIsToldThatThereIsNoneToChange() {
        persons.register(TANCHENG, "王秀英", phone).orThrow();
        var resident = new Browser().asResident();
        assertThat(resident.get("/sessions")).bodyText().doesNotContain("/sessions/password");
        assertThat(resident.get("/sessions/password")).hasStatus(409);
        assertThat(changed(resident, "", "a brand new password", "a brand new password"))
                .hasStatus(409);
    }

    @Test
    void whoIsNoStaffAnyMoreStaysAsTheResidentTheyAre() {
        clerk();
        var staff = new Browser().asStaff();
        var resident = new Browser().asResident();
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        stays.endAsStaff(TANCHENG, person, Ending.POST_LOST).orThrow();
        assertThat(staff.isIn()).isFalse();
        assertThat(resident.isIn()).isTrue();
        stays.endOf(TANCHENG, person, Ending.LEFT).orThrow();
        assertThat(resident.isIn()).isFalse();
    }

    @Test
    void eachStepOfTheWayInHasANewSessionId() {
        clerk();
        var browser = new Browser().asResident();
        var asResident = browser.session();
        browser.asStaff();
        assertThat(browser.session()).isNotEqualTo(asResident);
        var stale = new Browser();
        stale.cookies.put("__Host-feiyan", new Cookie("__Host-feiyan", asResident));
        assertThat(stale.isIn()).as("with the resident's session").isFalse();
    }

    @Test
    void whoSignsInOverASignInHasOneStay() {
        var account = clerk();
        new Browser().asResident().asStaff();
        assertThat(stays.of(account)).extracting(Stay::staff).containsExactly(true);
    }

    @Test
    void outsideTheNetworksThePostRestsAndTheResidentDoesNot() {
        clerk();
        var browser = new Browser().asStaff();
        assertThat(browser.get("/who-am-i")).bodyText().endsWith(" staff");
        policies.set(TANCHENG, Policy.STAFF_NETWORKS, Networks.parse("10.20.0.0/16"), null)
                .orThrow();
        assertThat(browser.get("/who-am-i")).bodyText().endsWith(" staff");
        browser.address = "203.0.113.9";
        assertThat(browser.get("/who-am-i")).hasStatusOk().bodyText().doesNotContain("staff");
        assertThat(browser.get("/sessions")).bodyText().contains("在这里不能以工作人员身份办事");
        browser.address = OFFICE;
        assertThat(browser.get("/who-am-i")).bodyText().endsWith(" staff");
    }

    @Test
    void staffSignInFromTheirNetworksAndElsewhereAsResidents() {
        clerk();
        policies.set(TANCHENG, Policy.STAFF_NETWORKS, Networks.parse("10.20.0.0/16,2001:db8::/32"), null)
                .orThrow();
        var home = new Browser();
        home.address = "203.0.113.9";
        assertThat(home.post("/staff/sign-in", "phone", phone.digits(), "password", PASSWORD))
                .hasStatus(409)
                .bodyText()
                .contains("只能在指定的网络里登录", "以居民身份登录");
        assertThat(home.isIn()).isFalse();
        home.asResident();
        assertThat(home.isIn()).isTrue();
        var office = new Browser();
        office.address = "2001:db8:7::1";
        office.asStaff();
    }

    @Test
    void thePageKnowsHowLongThereIsLeft() throws Exception {
        clerk();
        var browser = new Browser();
        after(Duration.ZERO, browser::asStaff);
        var left = after(Duration.ofMinutes(20), () -> browser.get("/sessions/current", "X-By-Itself", "true"));
        assertThat(left).hasStatusOk().bodyJson().extractingPath("$.idle").isEqualTo(600);
        var alive = after(Duration.ofMinutes(20), () -> browser.get("/sessions/current"));
        assertThat(alive).bodyJson().extractingPath("$.idle").isEqualTo(1800);
        assertThat(alive).bodyJson().extractingPath("$.longest").isEqualTo(11 * 3600 + 40 * 60);
        var over = after(Duration.ofMinutes(51), () -> browser.get("/sessions/current", "HX-Request", "true"));
        assertThat(over).hasStatus(401);
    }
}
