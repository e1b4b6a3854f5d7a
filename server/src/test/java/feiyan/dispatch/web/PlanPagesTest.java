package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.plan.PlanDesk;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanNews;
import feiyan.dispatch.plan.PlanOffers;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.volunteers.WeekHours;
import feiyan.web.browser.Browser;
import feiyan.web.browser.ElderRules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plan board in two browsers at once, with and without its script; the outbox runs, so that boards are told. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=true", "feiyan.outbox.every=200ms"})
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private ByCookie people;

    @Autowired
    private JdbcClient db;

    private Browser browser;
    private Village village;
    private Instant wednesday;

    @BeforeAll
    void open() {
        browser = Browser.at(address());
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void oneDispatcherMakesPinsAndSendsAndTheOtherSeesItHappen() {
        village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        village.volunteer("Sun Lei");
        var first = order();
        var second = order();
        var center = village.staff("Zhou", village.center, Role.DISPATCHER);
        var there = at(browser.desk(), center, board());
        var here = at(browser.desk(), village.clerk, board());
        Browser.looksRight(here, "plan-none");

        here.locator("#make").click();
        here.locator("#line-1").waitFor();
        there.locator("#line-2").waitFor();
        assertThat(here.locator("table.plan tbody tr").count()).isEqualTo(2);
        assertThat(here.locator("#line-1 .reasons .chip").allInnerTexts()).containsExactly("不到 200 米", "本周还没安排");
        Browser.looksRight(here, "plan-list");

        here.locator("#line-1 button[formaction$=pin]").click();
        there.locator("#line-1.pinned").waitFor();
        here.locator("#line-2 input[name=line]").check();
        here.locator("#send").click();
        assertThat(here.locator("#notice").innerText()).contains("1");
        there.locator("#line-2 input[name=line]").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(state(first) == State.OFFERED ^ state(second) == State.OFFERED)
                .isTrue();

        there.locator(".confirm summary").click();
        there.locator("#send-all").click();
        assertThat(state(first)).isEqualTo(State.OFFERED);
        assertThat(state(second)).isEqualTo(State.OFFERED);
        here.locator("#line-1 input[name=line]").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
        order();
        here.locator(".plan-head .chip.info").waitFor();
        Browser.looksRight(here, "plan-sent");
    }

    @Test
    void howFarAnotherServersSendingIsStandsOnThisBoardTooAndThenWhatCameOfIt() {
        village.volunteer("Zhao Min");
        order();
        var plan = new PlanDesk(village).plan().plan().id();
        elsewhere("""
                insert into plan_send (county_id, plan_id, place, id, total, done, told_at)
                values (:county, :plan, 1, :plan, 200, 57, :now)
                """, plan);
        var desk = at(browser.desk(), village.clerk, board());
        assertThat(desk.locator(".making progress").getAttribute("value")).isEqualTo("57");
        Browser.looksRight(desk, "plan-sending");

        elsewhere("""
                update plan_send set over = true, told_at = :now, sent = 198, refused = 2, passed = 0
                where county_id = :county and plan_id = :plan
                """, plan);
        village.the(PlanNews.class).changed(village.county);
        desk.locator(".making progress").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(desk.locator(".plan-head").innerText()).contains("198", "2 条没发成");
    }

    private void elsewhere(String told, PlanId plan) {
        db.sql(told)
                .param("county", village.county.value())
                .param("plan", plan.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void eachAnswerIsCountedInWordsOfItsOwn() {
        var zhao = village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        order();
        order();
        var board = new PlanDesk(village).plan();
        village.the(PlanOffers.class)
                .sendAll(village.clerk, board.plan().id(), board.plan().version())
                .orThrow();
        var line = new PlanDesk(village)
                .look(board.plan().id()).lines().stream()
                        .filter(one -> zhao.person().equals(one.volunteer()))
                        .findFirst()
                        .orElseThrow();
        village.the(Answers.class)
                .accept(zhao, Objects.requireNonNull(line.offer()))
                .orThrow();

        var desk = at(browser.desk(), village.clerk, board());

        assertThat(desk.locator(".plan-head").innerText()).contains("等答复 1").contains("答应了 1");
        assertThat(desk.locator("#line-" + line.number()).innerText()).contains("答应了");
        Browser.looksRight(desk, "plan-answered");
    }

    @Test
    void seatsWithoutAnybodyGoToTheUnitAboveAtOnePress() {
        village.volunteer("Never", WeekHours.NONE, 600);
        var one = order();
        var other = order();
        new PlanDesk(village).plan();
        var desk = at(browser.desk(), village.clerk, board());
        desk.locator(".gaps details:has(form[action$='/gaps/escalation']) summary")
                .click();
        Browser.looksRight(desk, "plan-gap-up");
        desk.locator("form[action$='/gaps/escalation'] button").click();

        assertThat(desk.locator("#notice").innerText()).contains("2 单");
        assertThat(desk.locator(".gaps").count()).isZero();
        assertThat(state(one)).isEqualTo(State.SUBMITTED);
        assertThat(state(other)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void anotherIsChosenWithAllThatFollowsAndTheRecordSaysWho() {
        village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        order();
        new PlanDesk(village).plan();
        var desk = at(browser.desk(), village.clerk, board());
        var was = desk.locator("#line-1 td b").first().innerText();
        desk.locator("#line-1 a.button").click();
        Browser.looksRight(desk, "plan-line");
        desk.locator("#move").click();
        assertThat(desk.locator(".mistake").count()).isEqualTo(1);
        desk.locator("input[name=volunteer]").first().check();
        desk.locator("#move").click();
        assertThat(desk.url()).endsWith("#line-1");
        assertThat(desk.locator("#line-1 td b").first().innerText()).isNotEqualTo(was);

        desk.locator("#line-1 a.button").click();
        desk.locator("button[formaction$=ban]").click();
        assertThat(desk.locator("#line-1 .chip.bad").count()).isEqualTo(1);
        desk.locator("a[href*='/dispatch/plans/']").first().click();
        assertThat(desk.locator(".timeline > li").count()).isGreaterThanOrEqualTo(4);
        Browser.looksRight(desk, "plan-record");
    }

    @Test
    void theBoardFiltersWithoutAskingAgainAndKeepsWhatIsTicked() {
        village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        village.volunteer("Sun Lei");
        order();
        order();
        new PlanDesk(village).plan();
        var desk = at(browser.desk(), village.clerk, board());
        desk.locator("[data-filter-button]").waitFor(new WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        var name = desk.locator("#line-2 td b").first().innerText();
        desk.locator("#line-1 input[name=line]").check();
        desk.locator("#f-name").fill(name);
        assertThat(desk.locator("table.plan tbody tr:visible").count()).isEqualTo(1);
        assertThat(desk.url()).contains("name=");
        order();
        desk.locator(".plan-head .chip.info").waitFor();
        assertThat(desk.locator("table.plan tbody tr:visible").count()).isEqualTo(1);
        assertThat(desk.locator("#f-name").inputValue()).isEqualTo(name);
        assertThat(desk.evaluate("document.activeElement.id")).isEqualTo("f-name");
        desk.locator("#f-name").fill("");
        assertThat(desk.locator("#line-1 input[name=line]").isChecked()).isTrue();
        assertThat(desk.locator("table.plan tbody tr:visible").count()).isEqualTo(2);
    }

    @Test
    void theGridShowsADayAndTheGapsSayWhatIsMissing() {
        village.volunteer("Zhao Min");
        order();
        var desk = at(browser.desk(), village.clerk, board());
        village.volunteer("Never", WeekHours.NONE, 600);
        village.approved(village.project(3, 60), wednesday);
        new PlanDesk(village).plan();
        desk.navigate(board());
        assertThat(desk.locator(".gaps article").count()).isEqualTo(1);
        assertThat(desk.locator(".plan-head a[href='#gaps']").innerText()).contains("3 个位置");
        Browser.looksRight(desk, "plan-gaps");
        for (var drawing : new String[] {"PEOPLE", "ORDERS"}) {
            desk.navigate(board() + "&view=" + drawing);
            assertThat(desk.locator(".time-grid .busy").count()).isGreaterThanOrEqualTo(1);
            Browser.looksRight(desk, "plan-grid-" + drawing.toLowerCase(Locale.ROOT));
        }
        desk.locator(".scroll").focus();
        desk.evaluate("document.querySelector('.scroll').dataset.before = 'yes'");
        village.the(PlanNews.class).changed(village.county);
        desk.waitForCondition(() ->
                Boolean.TRUE.equals(desk.evaluate("document.activeElement.matches('.scroll:not([data-before])')")));
        desk.navigate(board() + "&view=MAP");
        assertThat(desk.locator(".places > li[data-kind=order]").count()).isEqualTo(1);
        assertThat(desk.locator(".places > li[data-kind=chosen]").count()).isEqualTo(1);
        assertThat(desk.locator(".places > li[data-kind=gap]").count()).isEqualTo(1);
        assertThat(desk.locator(".map").innerText()).contains("−3").doesNotContain("undefined");
        assertThat(desk.locator("nav .button[aria-current]").count()).isEqualTo(1);
        Browser.looksRight(desk, "plan-map");
    }

    @Test
    void onAPhoneAndWithoutAScriptItIsAPageOfForms() {
        village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        order();
        order();
        new PlanDesk(village).plan();
        var phone = at(browser.phone(), village.clerk, board());
        Browser.looksRight(phone, "plan-phone");
        var bare = at(browser.phoneWithoutScript(), village.clerk, board() + "&name=Zhao");
        assertThat(bare.locator("table.plan tbody tr").count()).isEqualTo(1);
        bare.locator("input[name=line]").check();
        bare.locator("#send").click();
        assertThat(bare.url()).contains("name=Zhao");
        assertThat(bare.locator("input[name=line]").count()).isZero();
    }

    @Test
    void inTheElderViewTheBarOfThePlanLeavesRoomForThePlan() {
        village.volunteer("Zhao Min");
        order();
        new PlanDesk(village).plan();
        var phone = at(browser.phone(), village.clerk, board());
        phone.locator("button[name=elder]").click();
        phone.locator("html[data-elder]").waitFor();
        phone.evaluate("document.getElementById('send').scrollIntoView({ block: 'center' })");
        phone.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "plan-elder-bar.png")));
        assertThat(barHeight(phone)).as("a tenth or so of a phone's 780 px").isLessThan(85);
        ElderRules.hold(phone, "plan-elder");
        phone.locator(".send summary").click();
        phone.locator("#send-all").waitFor();
        phone.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "plan-elder-sure.png")));
        assertThat(barHeight(phone))
                .as("less than a third, with what is asked twice")
                .isLessThan(260);
        ElderRules.hold(phone, "plan-elder-sure");
        Browser.looksRight(phone, "plan-elder");
    }

    /** In one look: the board may come anew between two. */
    private static double barHeight(Page page) {
        return ((Number) page.evaluate("document.querySelector('.send').getBoundingClientRect().height")).doubleValue();
    }

    @Test
    void whoeverDispatchesNowhereIsToldSoAndAVolunteerFindsNoSuchPage() {
        var clerk = village.staff("Clerk", village.station, Role.CLERK);
        var desk = at(browser.desk(), clerk, "/dispatch/plan");
        assertThat(desk.locator(".empty").count()).isEqualTo(1);
        Browser.looksRight(desk, "plan-nowhere");
        var wu = people.sits(village.volunteer("Wu"), browser.phone(), address());
        assertThat(wu.navigate("/dispatch/plan").status()).isEqualTo(404);
    }

    private String board() {
        return "/dispatch/plan?unit=" + village.station.value();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private OrderId order() {
        return village.approved(village.project(1, 60), wednesday);
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }

    private Page at(Page page, Actor who, String path) {
        people.sits(who, page, address()).navigate(path);
        return page;
    }
}
