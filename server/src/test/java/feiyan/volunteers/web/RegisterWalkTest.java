package feiyan.volunteers.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From an empty menu to the first team: an administrator, a resident who wants to help, a clerk. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
class RegisterWalkTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{12}");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Village village;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aCountyFromNothingGetsAMenuAVolunteerAndATeam() {
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        try (var browser = Browser.at("http://localhost:" + port)) {
            menu(byPassword(browser.desk(), village.administrator));
            var number = join(bySms(browser.phone(), village.requester));
            team(byPassword(browser.desk(), village.clerk), number);
        }
    }

    private static void menu(Page desk) {
        desk.navigate("/admin");
        onBothScreens(desk, "register-admin");
        desk.locator("a[href='/admin/menu']").click();
        onBothScreens(desk, "register-menu-empty");
        desk.locator("form[action$=common-projects] button").click();
        assertThat(desk.locator("#notice").innerText()).contains("72");
        desk.locator("main details.card summary").first().click();
        onBothScreens(desk, "register-menu");
        desk.locator("main details.card .item a.what").first().click();
        onBothScreens(desk, "register-project");
        desk.navigate("/admin/menu/projects/new?category=BM");
        desk.fill("#code", "x");
        desk.locator("main form button").click();
        onBothScreens(desk, "register-project-new");
        desk.navigate("/admin/menu");
        desk.locator("#import summary").click();
        desk.fill("#text", "code,name\nBM01,x\n");
        desk.locator("#import button").click();
        onBothScreens(desk, "register-menu-mistakes");
    }

    /** The number of the new volunteer. */
    private static String join(Page phone) {
        phone.navigate("/");
        looksRight(phone, "register-home");
        phone.navigate("/volunteer");
        phone.locator("main form button.big").click();
        assertThat(phone.locator(".mistake").count()).isGreaterThan(2);
        onBothScreens(phone, "register-join-mistakes");
        phone.locator("main details.card summary").last().click();
        phone.locator("input[name=skills][value='理发']").check();
        phone.locator("input[name=free]").first().check();
        phone.locator("#station").selectOption(new SelectOption().setLabel("Lijia"));
        phone.fill("#born", "1980-05-01");
        phone.locator("main form button.big").click();
        onBothScreens(phone, "register-profile");
        var number = NUMBER.matcher(phone.locator(".lead").innerText());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private void team(Page desk, String number) {
        desk.navigate("/teams");
        onBothScreens(desk, "register-teams-empty");
        desk.navigate("/volunteers");
        onBothScreens(desk, "register-volunteers");
        desk.locator(".item a.what").first().click();
        onBothScreens(desk, "register-volunteer");
        desk.locator("a[href^='/teams/new']").click();
        assertThat(desk.inputValue("#leader")).isEqualTo(number);
        desk.locator("main form button").click();
        onBothScreens(desk, "register-team-new");
        desk.fill("#name", "李家村理发队");
        desk.locator("main form button").click();
        village.volunteer("赵敏");
        desk.fill("#words", "赵");
        desk.locator("#add button").first().click();
        desk.locator("form[action$=members] button").click();
        assertThat(desk.locator("tbody tr").count()).isEqualTo(2);
        onBothScreens(desk, "register-team");
        desk.navigate("/teams");
        onBothScreens(desk, "register-teams");
    }

    private static void onBothScreens(Page page, String name) {
        var screen = page.viewportSize();
        page.setViewportSize(360, 780);
        looksRight(page, name);
        page.setViewportSize(1440, 900);
        looksRight(page, name);
        page.setViewportSize(screen.width, screen.height);
    }

    private Page bySms(Page page, Actor somebody) {
        account(somebody);
        page.navigate("/sign-in");
        page.fill("#phone", phone(somebody));
        page.locator("main form.stack button").first().click();
        page.fill("#code", code(page));
        page.locator("main form.stack button").first().click();
        return page;
    }

    private Page byPassword(Page page, Actor somebody) {
        village.the(Accounts.class).setPassword(account(somebody), PASSWORD).orThrow();
        page.navigate("/staff/sign-in");
        page.fill("#phone", phone(somebody));
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        return page;
    }

    private AccountId account(Actor somebody) {
        var accounts = village.the(Accounts.class).openFor(village.county, List.of(somebody.person()));
        return Objects.requireNonNull(accounts.get(somebody.person()));
    }

    private String phone(Actor somebody) {
        return village.the(Persons.class)
                .phone(village.county, somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    private static String code(Page page) {
        try (var other = page.context().newPage()) {
            other.navigate("/outbox");
            var code = CODE.matcher(other.locator("main .what").first().innerText());
            assertThat(code.find()).isTrue();
            return code.group();
        }
    }
}
