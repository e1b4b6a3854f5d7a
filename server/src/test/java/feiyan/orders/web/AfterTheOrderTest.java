package feiyan.orders.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.RatingLinks;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.web.browser.Browser;
import feiyan.web.browser.ElderRules;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What an old woman and her daughter do once a request was sent, on a phone in the elder view. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class AfterTheOrderTest {

    private static final String PASSWORD = "swallow over wheat";

    /** A voice that only writes down what it is given to say. */
    private static final String QUIET_VOICE = """
            window.said = [];
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => [], cancel: () => { window.cancelled = (window.cancelled || 0) + 1; },
              speak: one => { window.said.push(one.lang + ' ' + one.text); if (!window.holds) setTimeout(one.onend, 0); }
            }});""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Village village;
    private Browser browser;
    private Page parent;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        browser = Browser.at("http://localhost:" + port);
        village.the(UnitChanges.class)
                .setPhone(village.administrator, village.station, "0539-6100001")
                .orThrow();
        village.the(Homes.class).settle(village.county, village.requester.person(), village.station);
        parent = signedIn(browser.phone(), village.requester);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aDaughterAsksTheMotherAllowsAndTheDaughterSeesHowItStands() {
        var order = approved();
        var daughter = signedIn(browser.phone(), Actor.withoutPosts(village.county, village.person("Li Na")));
        daughter.navigate("/family");
        press(daughter, "送出请求");
        assertThat(daughter.locator("#phone-mistake")).isVisible();
        daughter.fill("#phone", number(village.requester));
        daughter.locator("label.tick").last().click();
        press(daughter, "送出请求");
        assertThat(daughter.getByRole(AriaRole.STATUS)).containsText("请求送出了");
        looksRight(daughter, "family-asked");
        daughter.navigate("/orders/" + order.value());
        assertThat(daughter.locator("main")).not().containsText("Wang Xiulan");

        parent.navigate("/");
        looksRight(parent, "family-home-asked");
        parent.getByText("看看是谁").click();
        assertThat(parent.locator("main")).containsText("Li Na想看您的单子");
        looksRight(parent, "family-asks");
        assertThat(parent.locator("form[action$=permission] input[name=mayOrder]"))
                .not()
                .isChecked();
        parent.locator("form[action$=permission] label.tick").click();
        press(parent, "同意");
        assertThat(parent.locator("main")).containsText("谁能看我的单子");
        looksRight(parent, "family-followers");

        daughter.navigate("/family");
        looksRight(daughter, "family-parents");
        daughter.getByText("看家里人的单子").click();
        looksRight(daughter, "family-orders");
        daughter.navigate("/orders/" + order.value());
        assertThat(daughter.locator("main")).containsText("Wang Xiulan");
        assertThat(daughter.locator("main")).not().containsText("by the well");
        looksRight(daughter, "family-order");
        ordersForHerMother(daughter);

        parent.navigate("/family");
        press(parent, "不让看了");
        daughter.navigate("/orders/" + order.value());
        assertThat(daughter.locator("main")).not().containsText("Wang Xiulan");
    }

    @Test
    void theStationNotesWhatAMotherWithoutAPhoneAllowedAtTheCounter() {
        var order = approved();
        var son = Actor.withoutPosts(village.county, village.person("Wang Lei"));
        var clerk = signedIn(browser.phone(), village.clerk);
        clerk.navigate("/orders/" + order.value());
        clerk.getByText("儿女看进度").click();
        clerk.fill("#follower-name", "Wang Lei");
        clerk.fill("#follower-phone", number(son));
        clerk.selectOption("#follower-how", "WRITTEN");
        looksRight(clerk, "family-note");
        press(clerk, "记下");
        clerk.getByText("儿女看进度").click();
        assertThat(clerk.locator("main")).containsText("写了字据");
        var sons = signedIn(browser.phone(), son);
        sons.navigate("/family/orders");
        sons.locator("main .item a").first().click();
        assertThat(sons.locator("main")).containsText("Wang Xiulan");
        press(clerk, "本人不让看了");
        sons.reload();
        assertThat(sons.locator("main")).not().containsText("Wang Xiulan");
    }

    private void ordersForHerMother(Page daughter) {
        daughter.navigate("/family");
        daughter.getByText("替他点单").click();
        looksRight(daughter, "family-order-for");
        press(daughter, "送出");
        assertThat(daughter.locator("#need-mistake")).isVisible();
        daughter.fill("#need", "Her stove smokes");
        daughter.selectOption("#day", daughter.locator("#day option").last().getAttribute("value"));
        daughter.selectOption("#station", village.station.value().toString());
        daughter.fill("#address", "No. 3, by the well");
        daughter.fill("#phone", "13800000000");
        press(daughter, "送出");
        assertThat(daughter.locator("main")).containsText("Her stove smokes");
        parent.navigate("/orders");
        assertThat(parent.locator("main")).containsText("Her stove smokes");
    }

    @Test
    void aRefusalIsDisputedAnsweredAboveAndTakenUp() {
        var order = village.inFreeWords(
                Village.wednesday(village.the(AppClock.class).instant()));
        village.the(Review.class)
                .refuse(village.clerk, order, 1, RefusalReason.OTHER, "Please ask the town")
                .orThrow();
        parent.navigate("/orders/" + order.value());
        assertThat(parent.locator("main")).containsText("Please ask the town");
        looksRight(parent, "order-refused");
        parent.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("我不同意"))
                .click();
        press(parent, "送出投诉");
        assertThat(parent.locator("#words-mistake")).isVisible();
        looksRight(parent, "complaint-new");
        parent.fill("#words", "They sent her away without asking");
        press(parent, "送出投诉");
        assertThat(parent.locator("main")).containsText("收到了投诉");
        looksRight(parent, "complaint-open");

        var above = signedIn(browser.desk(), village.staff("Sun Li", institute(), Role.CLERK));
        above.navigate("/complaints");
        looksRight(above, "complaints");
        above.locator("main .item a").first().click();
        assertThat(above.locator("main")).containsText("They sent her away");
        looksRight(above, "complaint-answer");
        above.locator("#uphold").fill("She is right, we come");
        press(above, "接过来办");
        assertThat(above.getByRole(AriaRole.STATUS)).containsText("归您办");
        above.navigate("/complaints?all=true");
        looksRight(above, "complaints-all");
        parent.navigate("/orders/" + order.value());
        assertThat(parent.locator("main")).containsText("申诉成立");
    }

    @Test
    void anAnswerThatDoesNotSettleItGoesFurtherUp() {
        var order = approved();
        parent.navigate("/orders/" + order.value());
        parent.getByText("我要投诉").click();
        parent.fill("#words", "Nobody called");
        press(parent, "送出投诉");
        var above = signedIn(browser.phone(), village.staff("Qian Hui", institute(), Role.CLERK));
        above.navigate("/complaints");
        above.locator("main .item a").first().click();
        above.locator("#words").fill("They will call today");
        press(above, "送出答复");
        looksRight(above, "complaint-answered-staff");

        parent.navigate("/orders/" + order.value());
        assertThat(parent.locator("main")).containsText("请居民看看满意不满意");
        looksRight(parent, "order-complaint-answered");
        parent.getByText("看投诉").click();
        parent.getByText("不满意，请再上一级看看").click();
        parent.fill("#words", "They did not");
        looksRight(parent, "complaint-raise");
        press(parent, "请上一级看看");
        assertThat(parent.locator("main")).containsText("正在重新查");
    }

    @Test
    void aRequesterRatesByALinkWithoutSigningInAndOnlyOnce() {
        var order = served();
        var link = village.the(RatingLinks.class).of(village.county, order).orElseThrow();
        var stranger = elder(browser.phoneWithoutScript());
        stranger.navigate(link);
        assertThat(stranger.locator("main")).not().containsText("Wang Xiulan");
        assertThat(stranger.locator("main")).containsText("Haircut");
        stranger.locator("label.choice").first().click();
        press(stranger, "送出评价");
        assertThat(stranger.locator("main")).containsText("谢谢您");
        stranger.navigate(link);
        assertThat(stranger.locator("main")).containsText("不能用了");

        var phone = elder(browser.phone());
        var another =
                village.the(RatingLinks.class).of(village.county, served()).orElseThrow();
        phone.navigate(another);
        looksRight(phone, "rating-link");
        phone.locator("label.choice").nth(1).click();
        press(phone, "送出评价");
        looksRight(phone, "rating-thanks");
    }

    @Test
    void theStationPrintsASheetAndASwallowVolunteerCopiesIt() {
        var order = served();
        var clerk = signedIn(browser.desk(), village.clerk);
        clerk.navigate("/orders/" + order.value());
        looksRight(clerk, "order-served-desk");
        clerk.getByText("打印评价单").click();
        assertThat(clerk.locator("main")).containsText("0539-6100001");
        assertThat(clerk.locator("main svg.qr")).isVisible();
        assertThat(clerk.locator("main")).not().containsText("Wang Xiulan");
        looksRight(clerk, "rating-sheet");
        var swallow = signedIn(browser.phone(), village.volunteer("Zhou Jie"));
        swallow.navigate(
                village.the(RatingLinks.class).of(village.county, order).orElseThrow());
        swallow.locator("label.choice").first().click();
        swallow.locator("label.tick").click();
        looksRight(swallow, "rating-paper");
        press(swallow, "送出评价");
        clerk.navigate("/orders/" + order.value());
        assertThat(clerk.locator("main")).containsText("已完成");
    }

    @Test
    void theRequestersPageSaysFirstWhatToDo() {
        var order = served();
        parent.navigate("/orders/" + order.value());
        looksRight(parent, "order-served");
        assertThat(parent.locator("form[action$=rating] button.big")).isVisible();
        var waiting = approved();
        parent.navigate("/orders/" + waiting.value());
        assertThat(parent.locator("main")).containsText("您不用做什么");
        looksRight(parent, "order-approved");
        village.the(Review.class)
                .askBack(village.clerk, waiting, 2, "Which floor?")
                .orThrow();
        parent.navigate("/orders/" + waiting.value());
        assertThat(parent.locator("form[action$=answer]")).containsText("Which floor?");
        looksRight(parent, "order-returned");
    }

    @Test
    void thePageReadsItselfAloudAndStops() {
        parent.navigate("/");
        var page = parent.context().newPage();
        page.addInitScript(QUIET_VOICE);
        page.navigate("/family");
        var button = page.locator("#read-aloud");
        button.focus();
        page.keyboard().press("Enter");
        page.waitForFunction("() => window.said.length > 5");
        assertThat(button).hasAttribute("aria-pressed", "false");
        var said = (List<?>) page.evaluate("window.said");
        assertThat(said.toString()).startsWith("[zh-CN 返回").contains("zh-CN 家里人", "zh-CN 送出请求");

        page.evaluate("window.holds = true");
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(button).hasText("停下");
        looksRight(page, "read-aloud");
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "false");
        assertThat(page.evaluate("window.cancelled")).isNotNull();
        page.close();
    }

    @Test
    void whereNothingSpeaksThereIsNoButton() {
        var page = browser.phone();
        page.addInitScript("Object.defineProperty(window, 'speechSynthesis', { value: undefined });");
        page.navigate("/");
        assertThat(page.locator("#read-aloud")).isHidden();
        var withoutScript = browser.phoneWithoutScript();
        withoutScript.navigate("/");
        assertThat(withoutScript.locator("#read-aloud")).isHidden();
    }

    @Test
    void theStationCanBeCalledFromEachOfThesePages() {
        var order = approved();
        for (var path : List.of(
                "/family",
                "/family/orders",
                "/orders/" + order.value(),
                "/orders/" + order.value() + "/complaints/new",
                village.the(RatingLinks.class).of(village.county, served()).orElseThrow())) {
            parent.navigate(path);
            assertThat(parent.locator(".foot a[href='tel:0539-6100001']")).isVisible();
        }
        var stranger = browser.phone();
        stranger.navigate(
                village.the(RatingLinks.class).of(village.county, served()).orElseThrow());
        assertThat(stranger.locator("main a[href='tel:0539-6100001']")).isVisible();
    }

    private OrderId approved() {
        return village.approved(
                village.project(1, 40),
                Village.wednesday(village.the(AppClock.class).instant()));
    }

    private OrderId served() {
        var order = approved();
        village.the(Review.class)
                .resolve(village.clerk, order, village.version(order), "Cut at once")
                .orThrow();
        return order;
    }

    private UnitId institute() {
        return village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
    }

    private static void looksRight(Page page, String name) {
        Browser.looksRight(page, "after-" + name);
        if (page.viewportSize().width == 360) {
            ElderRules.hold(page, name);
        }
    }

    private static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    private Page elder(Page page) {
        page.context().addCookies(List.of(new Cookie("view", "zh-CN.light.elder").setUrl("http://localhost:" + port)));
        return page;
    }

    private String number(Actor somebody) {
        return village.the(Persons.class)
                .phone(village.county, somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    private Page signedIn(Page page, Actor somebody) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(somebody.person()));
        var account = Objects.requireNonNull(opened.get(somebody.person()));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        page.navigate("/staff/sign-in");
        page.fill("#phone", number(somebody));
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.waitForURL(address -> !address.contains("sign-in"));
        return page.viewportSize().width == 360 ? elder(page) : page;
    }
}
