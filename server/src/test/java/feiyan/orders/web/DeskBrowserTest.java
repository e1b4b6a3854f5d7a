package feiyan.orders.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import feiyan.cast.Village;
import feiyan.cast.Whoever;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.Units;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A clerk with a keyboard. Each test sits at the desk of a village of its own. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Whoever.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest {

    /** A morning's mix: 18 approved, 5 resolved with words, 4 passed up, 2 asked back, 1 refused. */
    private static final String MORNING = "aaarabaaeaaraexaaraabaeraaaaer";

    /** Whether words are typed or not: a key for the act, and at most two for sending. */
    private static final double BAR = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Whoever whoever;

    private Village village;
    private ProjectId haircut;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        haircut = village.project(1, 60);
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void thirtyOrdersTakeAtMostThreeStrokesEachBesideTheWordsOneTypes() {
        var clerk = deskOfItsOwn();
        var orders = new ArrayList<OrderId>();
        MORNING.chars().forEach(act -> orders.add(placed(clerk, haircut)));
        var page = atDesk(clerk);
        count(page);
        for (int done = 0; done < MORNING.length(); done++) {
            act(page, MORNING.charAt(done));
            left(page, MORNING.length() - done - 1);
        }
        var strokes = (Integer) page.evaluate("() => window.strokes");
        var seconds = ((Number) page.evaluate("() => (performance.now() - window.began) / 1000")).doubleValue();
        var perOrder = (double) strokes / MORNING.length();
        System.out.printf(
                "desk: %d orders, %d strokes, %.2f strokes per order beside typed words, %.1f s in the page%n",
                MORNING.length(), strokes, perOrder, seconds);
        assertThat(perOrder).isLessThanOrEqualTo(BAR);
        assertThat(orders.stream()
                        .map(this::state)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of(
                        State.APPROVED,
                        18L,
                        State.SERVED,
                        5L,
                        State.SUBMITTED,
                        4L,
                        State.RETURNED,
                        2L,
                        State.REFUSED,
                        1L));
    }

    private void act(Page page, char key) {
        page.keyboard().press(String.valueOf(key));
        switch (key) {
            case 'r' -> {
                page.keyboard().insertText("站里的李师傅上门理好了");
                page.keyboard().press("Control+Enter");
            }
            case 'b', 'x' -> page.keyboard().press("Alt+1");
            default -> {}
        }
    }

    /** Every key that goes down, a modifier counted as a key of its own. */
    private static void count(Page page) {
        page.evaluate("""
                () => { window.strokes = 0; window.began = performance.now();
                  document.addEventListener('keydown', () => { window.strokes++; }, true); }""");
    }

    /** The answer has come, and so many lie on the pile still. */
    private static void left(Page page, int orders) {
        try {
            page.waitForFunction("""
                    n => document.querySelector('#desk[data-ready]')
                      && document.querySelectorAll('#desk .list > li').length === n""", orders);
        } catch (TimeoutError late) {
            throw new AssertionError(
                    orders + " orders to be left, but: " + page.locator("main").innerText(), late);
        }
    }

    @Test
    void keysThatComeFasterThanTheAnswersWaitTheirTurn() {
        var clerk = deskOfItsOwn();
        var orders = List.of(placed(clerk, haircut), placed(clerk, haircut), placed(clerk, haircut));
        var page = atDesk(clerk);
        page.keyboard().press("a");
        page.keyboard().press("j");
        page.keyboard().press("a");
        left(page, 1);
        assertThat(orders.stream().map(this::state)).containsExactly(State.APPROVED, State.SUBMITTED, State.APPROVED);
    }

    @Test
    void whoeverIsSlowerIsToldWhoWasFasterAndGoesOnWithTheNext() {
        var clerk = deskOfItsOwn();
        var first = placed(clerk, haircut);
        var second = placed(clerk, haircut);
        var page = atDesk(clerk);
        var station = clerk.posts().iterator().next().unit();
        var colleague = village.staff("周秀英", station, Role.CLERK);
        village.the(Review.class).approve(colleague, first, 1, null).orThrow();
        page.keyboard().press("r");
        page.keyboard().insertText("站里办好了");
        page.keyboard().press("Control+Enter");
        left(page, 1);
        assertThat(page.locator("#notice").innerText()).contains("周秀英").contains("已受理");
        assertThat(page.locator("#desk .list > li[aria-current] .facts .muted").innerText())
                .isEqualTo(number(second));
        looksRight(page, "desk-faster");
    }

    @Test
    void keysDoNothingInFieldsAndCanBeTurnedOff() {
        var clerk = deskOfItsOwn();
        var order = placed(clerk, haircut);
        var page = atDesk(clerk);
        page.keyboard().press("b");
        page.keyboard().type("a r x");
        assertThat(page.locator("#ask-words").inputValue()).isEqualTo("a r x");
        page.keyboard().press("Escape");
        assertThat(page.locator("#ask-words").isVisible()).isFalse();
        assertThat(state(order)).isEqualTo(State.SUBMITTED);

        page.keyboard().press("?");
        looksRight(page, "desk-keys");
        page.locator("#keys-switch").click();
        page.locator("#at").focus();
        page.keyboard().press("a");
        page.reload();
        page.keyboard().press("a");
        assertThat(page.locator("#keys-switch").getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(state(order)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void aNeedInFreeWordsWantsItsProjectFirst() {
        var clerk = deskOfItsOwn();
        var order = placed(clerk, null);
        var page = atDesk(clerk);
        page.keyboard().press("a");
        page.locator("#project").focus();
        page.keyboard().type("Haircut");
        page.keyboard().press("Control+Enter");
        left(page, 0);
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void approvedForAnOwnTeamItIsOfferedAtOnce() {
        var clerk = deskOfItsOwn();
        var order = placed(clerk, haircut);
        var page = atDesk(clerk);
        page.keyboard().press("t");
        page.waitForURL("**/orders/" + order.value() + "/offers/new");
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void markedOrdersArePutTogetherAndOneIsTakenOutAgain() {
        var clerk = deskOfItsOwn();
        var orders = List.of(placed(clerk, haircut), placed(clerk, haircut), placed(clerk, haircut));
        var page = atDesk(clerk);
        assertThat(page.locator("#desk .list > li").first().innerText()).contains("另有 2 单");
        page.keyboard().press("m");
        page.keyboard().press("j");
        page.waitForFunction("() => document.querySelector('#desk[data-ready] .list > li:nth-child(2)[aria-current]')");
        page.keyboard().press("m");
        page.keyboard().press("g");
        page.waitForURL("**/groups/new**");
        looksRight(page, "group-new");
        page.locator("main form button.big").click();
        page.waitForURL(url -> url.matches(".*/groups/[0-9a-f-]{36}"));
        looksRight(page, "group");
        assertThat(orders.stream().map(this::state)).containsExactly(State.MERGED, State.MERGED, State.SUBMITTED);
        page.locator("details.over summary").first().click();
        page.locator("details.over textarea").first().fill("她要单独理");
        page.locator("details.over[open] form > button").click();
        page.waitForLoadState();
        assertThat(page.locator("main .list > li").count()).isEqualTo(1);
        page.navigate("/groups");
        looksRight(page, "groups");
    }

    @Test
    void theDeskWorksOnAPhoneAndWithoutScripts() {
        var clerk = deskOfItsOwn();
        var first = placed(clerk, haircut);
        var second = placed(clerk, null);
        whoever.is(clerk);
        var phone = browser.phone();
        phone.navigate("/inbox");
        looksRight(phone, "desk");
        var plain = browser.phoneWithoutScript();
        plain.navigate("/inbox");
        button(plain, "approval").click();
        assertThat(state(first)).isEqualTo(State.APPROVED);
        assertThat(plain.locator("#desk .list > li").count()).isEqualTo(1);
        plain.locator("details:has(form[action$=refusal]) summary").click();
        plain.locator("form[action$=refusal] .phrases button").nth(2).click();
        assertThat(state(second)).isEqualTo(State.REFUSED);
    }

    private static Locator button(Page page, String resource) {
        return page.locator("form[action$=" + resource + "] button").first();
    }

    /** The station of a new village, so that one test's orders lie on no other's desk. */
    private Actor deskOfItsOwn() {
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        var station = village.the(UnitChanges.class)
                .open(village.administrator, institute.id(), NewUnit.named("北李村"))
                .orThrow();
        return village.staff("李娜", station, Role.CLERK);
    }

    private Page atDesk(Actor clerk) {
        whoever.is(clerk);
        var page = browser.desk();
        page.navigate("/inbox");
        page.waitForFunction("() => document.documentElement.dataset.keys === 'on'");
        return page;
    }

    private OrderId placed(Actor clerk, @Nullable ProjectId project) {
        var from = Village.wednesday(clock.instant());
        var need = new NewOrder(
                village.requester.person(),
                Channel.PHONE_PAGE,
                clerk.posts().iterator().next().unit(),
                project,
                "头发长了，想请人上门理一理",
                "王秀兰",
                "13800000000",
                "水井旁三号",
                null,
                new Slot(from, from.plus(Duration.ofHours(8))),
                false,
                null,
                null);
        return village.the(Orders.class).place(village.requester, need).orThrow();
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }

    private String number(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .number();
    }
}
