package feiyan.orders.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.Village;
import feiyan.cast.Whoever;
import feiyan.menu.ProjectId;
import feiyan.orders.MyOrders;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.orders.State;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Role;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What people say at the counter, on the telephone and at the door; their cards, and who calls them back. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Whoever.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Persons persons;

    @Autowired
    private Homes homes;

    @Autowired
    private MyOrders mine;

    @Autowired
    private Whoever whoever;

    private Village village;
    private ProjectId open;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        open = village.project(1, 60);
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aHouseholdWithoutATelephoneIsWrittenDownServedAndCalledOn() {
        whoever.is(village.clerk);
        var page = browser.desk();
        page.navigate("/counter");
        looksRight(page, "counter");
        page.fill("#name", "马大娘");
        page.fill("#address", "磨坊旁");
        page.fill("#need", "想理个发");
        page.locator("main form button[value=PLACE].big").click();
        assertThat(page.locator("#consent-mistake").count()).isEqualTo(1);
        assertThat(page.inputValue("#name")).isEqualTo("马大娘");
        looksRight(page, "counter-mistake");
        page.locator("#consent").check();
        page.locator("main details summary").last().click();
        page.fill("#done", "站里当场理好了");
        page.locator("button[value=RESOLVE]").click();
        page.waitForURL(url -> url.matches(".*/orders/[0-9a-f-]{36}"));
        assertThat(page.locator(".chip").first().innerText()).contains("待评价");

        page.locator("a[href*='/household-cards/']").click();
        looksRight(page, "card-none");
        page.locator("main form button.big").click();
        page.locator("form[action$=prints] button").click();
        looksRight(page, "card");
        assertThat(page.locator("p.code").getAttribute("aria-label")).matches("\\d( \\d){5}");
        assertThat(page.locator(".paper-card").innerText()).contains("马家").doesNotContain("磨坊");

        page.navigate("/call-backs");
        var row = page.locator("main .list > li", having("马大娘"));
        row.locator("form[action$=phone-view] button").click();
        looksRight(page, "call-backs");
        page.locator("form[action$=call] button").first().click();
        page.locator("input[name=solved][value=true]").first().check();
        page.locator("form[action$=rating] button").first().click();
        page.waitForLoadState();
        assertThat(page.locator("main .list > li", having("马大娘")).count()).isZero();
    }

    @Test
    void whoCallsIsFoundByTheirNumberAndNeedNotSayAgainWhereTheyLive() {
        var caller = resident("郭婶", "13700000011");
        whoever.is(village.clerk);
        var page = browser.desk();
        page.navigate("/counter");
        write(page, caller, "水井旁三号");
        page.navigate("/counter");
        find(page, caller, "13700000011");
        page.waitForFunction("() => document.getElementById('address').value === '水井旁三号'");
        page.locator("#channel-2").check();
        page.fill("#need", "灯又不亮了");
        page.locator("#project").selectOption(new SelectOption().setIndex(1));
        page.locator("#consent-2").check();
        page.locator("main form button[value=APPROVE]").click();
        page.waitForURL(url -> url.matches(".*/orders/[0-9a-f-]{36}"));
        assertThat(orders(caller)).extracting(OrderLine::state).containsExactly(State.APPROVED, State.SUBMITTED);
    }

    private void write(Page page, PersonId caller, String address) {
        find(page, caller, "13700000011");
        page.fill("#address", address);
        page.fill("#need", "灯不亮了");
        page.locator("#consent-2").check();
        page.locator("#need").focus();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/orders/[0-9a-f-]{36}"));
    }

    private static void find(Page page, PersonId caller, String number) {
        page.locator("#find").focus();
        page.keyboard().type(number);
        page.keyboard().press("Enter");
        page.locator("#who-" + caller.value()).check();
    }

    @Test
    void aCounterAboveTheVillageOffersNotToDecideWhatIsConfidential() {
        var confidential = village.confidentialProject().value().toString();
        whoever.is(village.staff("周", village.center, Role.CLERK));
        var page = browser.desk();
        page.navigate("/counter");
        var approve = page.locator("#counter button[value=APPROVE]");
        assertThat(page.locator("#left-to-others").isVisible()).isFalse();
        page.locator("#project").selectOption(confidential);
        assertThat(page.locator("#left-to-others").innerText()).contains("记下来");
        assertThat(approve.isDisabled()).isTrue();
        assertThat(page.locator("#counter button[value=RESOLVE]").isDisabled()).isTrue();
        looksRight(page, "counter-confidential");
        page.locator("#project").selectOption(open.value().toString());
        assertThat(page.locator("#left-to-others").isVisible()).isFalse();
        assertThat(approve.isDisabled()).isFalse();

        page.locator("#project").selectOption(confidential);
        page.fill("#name", "秦二");
        page.fill("#address", "桥头");
        page.locator("#consent").check();
        page.locator("#counter button[value=PLACE].big").click();
        assertThat(page.locator("#notice").innerText()).contains("记下了");
    }

    @Test
    void withoutScriptTheWordStandsThereAndWhoPressesAllTheSameIsTold() {
        var confidential = village.confidentialProject().value().toString();
        whoever.is(village.staff("周", village.center, Role.CLERK));
        var page = browser.phoneWithoutScript();
        page.navigate("/counter");
        assertThat(page.locator("#left-to-others").innerText()).contains("保密");
        assertThat(page.locator("#project option[value='" + confidential + "']").innerText())
                .endsWith("（保密）");
        page.locator("#project").selectOption(confidential);
        page.fill("#name", "秦三");
        page.fill("#address", "桥头");
        page.locator("#consent").check();
        page.locator("#counter button[value=APPROVE]").click();
        assertThat(page.locator("main").innerText()).contains("由专门的人受理");
        assertThat(page.inputValue("#name")).isEqualTo("秦三");

        whoever.is(village.clerk);
        page.navigate("/counter");
        assertThat(page.locator("#left-to-others").count()).isZero();
    }

    @Test
    void aSwallowVolunteerWritesDownANeighboursNeedWithoutScripts() {
        var neighbour = resident("于爷爷", "13700000012");
        whoever.is(village.volunteer("燕子"));
        var phone = browser.phone();
        phone.navigate("/counter");
        looksRight(phone, "counter-swallow");
        var page = browser.phoneWithoutScript();
        page.navigate("/counter");
        page.fill("#find", "137 0000 0012");
        page.locator("button[formaction$=look]").click();
        page.locator("#who-" + neighbour.value()).check();
        page.fill("#address", "村东头");
        page.fill("#need", "煤球没了");
        page.locator("#consent").check();
        page.locator("main form button[value=PLACE].big").click();
        assertThat(orders(neighbour)).extracting(OrderLine::state).containsExactly(State.SUBMITTED);
        assertThat(page.locator("button[value=APPROVE]").count()).isZero();
    }

    @Test
    void thesePagesAreForDesksAlone() {
        whoever.is(village.requester);
        var page = browser.phone();
        for (var path : List.of("/counter", "/groups", "/groups/new", "/call-backs", "/inbox")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(404);
        }
        var card = "/household-cards/" + village.requester.person().value();
        assertThat(page.navigate(card).status()).isEqualTo(404);
        assertThat(page.navigate("/groups/" + new OrderId(UUID.randomUUID()).value())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onAPhoneTheCallsCanBeMadeAtOnce() {
        whoever.is(village.clerk);
        var page = browser.phone();
        page.navigate("/call-backs");
        looksRight(page, "call-backs");
        page.navigate("/counter");
        looksRight(page, "counter");
        page.navigate("/groups");
        looksRight(page, "groups");
    }

    private PersonId resident(String name, String phone) {
        var person = persons.register(village.county, name, Phone.parse(phone).orThrow())
                .orThrow();
        homes.settle(village.county, person, village.station);
        return person;
    }

    private List<OrderLine> orders(PersonId person) {
        return mine.of(Actor.withoutPosts(village.county, person), null);
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
