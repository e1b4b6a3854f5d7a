package feiyan.loop;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import feiyan.units.Role;
import feiyan.units.Units;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One need from a villager to a rating, through a clerk, a dispatcher, a leader and a volunteer: five browsers. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeLoopTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Autowired
    private Units units;

    private Village village;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        browser = Browser.at("http://localhost:" + port);
        policies.set(village.county, Policy.STAFF_TOTP, false, null).orThrow();
        policies.set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(3), null)
                .orThrow();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void oneNeedFromAVillagerToARating() {
        var institute =
                units.parent(village.county, village.station).orElseThrow().id();
        var leading = village.volunteer("孙雷");
        var serving = village.volunteer("赵敏");
        village.team(leading, serving);
        village.project(1, 60);

        var resident = bySms(browser.phone(), village.requester);
        var order = order(resident);

        var clerk = byPassword(browser.desk(), village.staff("李娜", village.station, Role.CLERK));
        clerk.navigate("/inbox");
        looksRight(clerk, "inbox");
        clerk.locator(".list a.what").first().click();
        looksRight(clerk, "order-clerk");
        fold(clerk, "escalation").locator("button").first().click();

        var dispatcher = byPassword(browser.desk(), village.staff("周强", institute, Role.DISPATCHER));
        dispatcher.navigate("/inbox");
        dispatcher.locator(".list a.what").first().click();
        dispatcher.locator("select[name=project]").selectOption(choice("Haircut"));
        dispatcher.locator("form[action$=approval] > button").click();
        looksRight(dispatcher, "order-dispatcher");
        dispatcher.locator("a[href$='/offers/new']").click();
        dispatcher.locator("input[name=team]").first().check();
        dispatcher.locator("form[action$='/offers'] button").click();

        var leader = bySms(browser.phone(), leading);
        leader.navigate("/team-offers");
        leader.locator(".list a.what").first().click();
        leader.locator("form[action$=acceptance] button").click();
        leader.locator("label", labelled("赵敏")).locator("input[name=member]").check();
        leader.locator("form[action$=seats] button").click();

        resident.navigate(order);
        looksRight(resident, "order-accepted");
        var code = resident.locator("p.code").getAttribute("aria-label").replace(" ", "");

        var volunteer = bySms(browser.phone(), serving);
        volunteer.navigate("/my-day");
        looksRight(volunteer, "my-day");
        volunteer.locator("input[name=code]").fill(code);
        volunteer.locator("form[action$=check-in] button").click();
        assertThat(volunteer.locator("form[action$=check-out]").count())
                .as(volunteer.locator("main").innerText())
                .isEqualTo(1);
        resident.navigate(order);
        assertThat(resident.locator(".lead").innerText()).contains("正在服务");
        volunteer.locator("form[action$=check-out] button").click();

        rate(resident, order, false);
        assertThat(resident.locator(".chip").first().innerText()).contains("待审核");

        dispatcher.navigate(order);
        fold(dispatcher, "resolution").locator("textarea").fill("站里又去了一趟，理好了。");
        dispatcher.locator("form[action$=resolution] > button").click();

        rate(resident, order, true);
        looksRight(resident, "order-closed");
        assertThat(resident.locator(".chip").first().innerText()).contains("已完成");
        resident.navigate("/");
        looksRight(resident, "home");
        resident.navigate("/orders");
        looksRight(resident, "orders");
    }

    /** Three steps and a look back; the address of the order's page. */
    private String order(Page page) {
        page.navigate("/orders/new");
        looksRight(page, "order-new-whom");
        page.locator("button[value=me]").click();
        looksRight(page, "order-new-what");
        send(page);
        assertThat(page.locator(".mistake").count())
                .as(page.url() + page.locator("main").innerText())
                .isEqualTo(1);
        page.fill("#need", "头发长了，想请人上门理一理。");
        send(page);
        looksRight(page, "order-new-where");
        send(page);
        assertThat(page.locator("#address-mistake").count()).isEqualTo(1);
        page.locator("#day").selectOption(choice("明天"));
        page.locator("#station").selectOption(choice("Lijia"));
        page.fill("#address", "水井旁三号");
        page.fill("#recipient", "王秀兰");
        page.fill("#phone", "0539-6221234");
        send(page);
        looksRight(page, "order-new-check");
        page.locator("main .buttons a").click();
        assertThat(page.inputValue("#address")).isEqualTo("水井旁三号");
        send(page);
        send(page);
        looksRight(page, "order-placed");
        return page.url();
    }

    private static void rate(Page page, String order, boolean solved) {
        page.navigate(order);
        page.locator("input[name=solved][value='" + solved + "']").check();
        page.locator("input[name=attitude][value='5']").check();
        page.locator("form[action$=rating] button").click();
    }

    /** The folded form that sends to this resource, opened. */
    private static Locator fold(Page page, String resource) {
        var form = page.locator("form[action$=" + resource + "]");
        page.locator("details", new Page.LocatorOptions().setHas(page.locator("form[action$=" + resource + "]")))
                .locator("summary")
                .click();
        return form;
    }

    private static void send(Page page) {
        page.locator("main .buttons button.big").first().click();
    }

    private static SelectOption choice(String label) {
        return new SelectOption().setLabel(label);
    }

    private static Page.LocatorOptions labelled(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private Page bySms(Page page, Actor somebody) {
        signInAs(somebody);
        page.navigate("/sign-in");
        page.fill("#phone", phone(somebody));
        send(page, "main form.stack button");
        page.fill("#code", code(page));
        send(page, "main form.stack button");
        return page;
    }

    private Page byPassword(Page page, Actor somebody) {
        var account = signInAs(somebody);
        accounts.setPassword(account, PASSWORD).orThrow();
        page.navigate("/staff/sign-in");
        page.fill("#phone", phone(somebody));
        page.fill("#password", PASSWORD);
        send(page, "main form.stack button");
        return page;
    }

    private AccountId signInAs(Actor somebody) {
        return Objects.requireNonNull(
                accounts.openFor(village.county, List.of(somebody.person())).get(somebody.person()));
    }

    private String phone(Actor somebody) {
        return persons.phone(village.county, somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    private static void send(Page page, String button) {
        page.locator(button).first().click();
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
