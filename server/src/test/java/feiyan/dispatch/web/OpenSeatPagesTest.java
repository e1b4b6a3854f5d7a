package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.calendar.WorkingTime;
import feiyan.cast.Village;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.OpenSeatTaking;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.WeekHours;
import feiyan.web.browser.Browser;
import feiyan.web.browser.ElderRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A volunteer with a cheap phone finds what she can take, and takes it; the unit keeps an order for those it asks. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSeatPagesTest {

    private static final List<String> OF_THE_HOUSEHOLD =
            List.of("Her hair has grown long", "Wang Xiulan", "13800000000", "by the well", "Grandma");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private ByCookie people;

    private Browser browser;
    private Village village;
    private Instant wednesday;

    @BeforeAll
    void open() {
        village = Village.in(house);
        browser = Browser.at(address());
        wednesday = Village.wednesday(clock.instant());
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void withOneTapAndNoScriptTheSeatIsHers() {
        var order = order(0);
        var phone = at(browser.phoneWithoutScript(), village.volunteer("赵敏"), "/my-day");
        phone.locator("main a[href='/open-seats']").click();
        assertThat(phone.locator("main").innerText()).contains("我现在能接的").contains("离家 0.5 公里以内");
        assertThat(phone.content()).doesNotContain("??").doesNotContain(OF_THE_HOUSEHOLD);
        take(phone, order);
        assertThat(phone.url()).endsWith("/my-day");
        assertThat(phone.locator("#notice").innerText()).contains("报上了");
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        phone.navigate("/open-seats");
        assertThat(phone.locator(form(order)).count()).isZero();
        assertThat(phone.locator("main").innerText()).contains("已排 %d 小时，最多 10 小时".formatted(isThisWeek() ? 1 : 0));
        phone.navigate("/my-day");
        assertThat(phone.locator("main").innerText())
                .contains("%s已排 1 小时，最多 10 小时".formatted(isThisWeek() ? "本周" : "下周"));
    }

    /** The next Wednesday is next week's from Tuesday on. */
    private boolean isThisWeek() {
        return week(wednesday) == week(clock.instant());
    }

    private static int week(Instant at) {
        return at.atZone(WorkingTime.ZONE).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Test
    void whoIsTooLateSeesWhyAndWhatElseThereIsNearBy() {
        var order = order(1);
        var other = order(2);
        var phone = at(browser.phone(), village.volunteer("钱进"), "/open-seats");
        var sun = village.volunteer("孙磊");
        village.the(OpenSeatTaking.class).take(sun, order, at(1)).orThrow();
        take(phone, order);
        assertThat(phone.locator("[role=alert]").innerText()).contains("名额已经被别人先报上了");
        assertThat(phone.locator("main").innerText()).contains("附近还有这些");
        Browser.looksRight(phone, "open-seats-too-late");
        take(phone, other);
        assertThat(phone.url()).endsWith("/my-day");
    }

    @Test
    void theDayAndTheKindAreChosenWithoutLosingTheWay() {
        var first = order(3);
        var second = order(12);
        var phone = at(browser.phone(), village.volunteer("周波"), "/open-seats");
        Browser.looksRight(phone, "open-seats");
        phone.locator("details.fold summary").click();
        phone.locator("#day").selectOption(day(12));
        phone.locator("form[role=search] button").click();
        assertThat(phone.locator(form(second)).count()).isEqualTo(1);
        assertThat(phone.locator(form(first)).count()).isZero();
        assertThat(phone.locator("#day").inputValue()).isEqualTo(day(12));
        phone.navigate("/open-seats?day=2031-01-01");
        assertThat(phone.locator("main .empty").innerText()).contains("这样挑没有了");
        phone.navigate("/open-seats?after=nonsense_of_somebody");
        assertThat(phone.locator(form(first)).count()).isEqualTo(1);
    }

    @Test
    void whatIsNotForHerSaysWhyAndWhatWouldChangeItAndWhyOthersWereAsked() {
        order(5);
        var feng = village.volunteer("冯一", WeekHours.NONE, 600);
        var phone = at(browser.phone(), feng, "/open-seats");
        phone.locator("details.card summary").click();
        assertThat(phone.locator("details.card").innerText()).contains("那时没空").contains("把这个钟点加上");
        Browser.looksRight(phone, "open-seats-not-for-you");
        var asked = order(6);
        ask(asked, village.volunteer("吴芳"), 6);
        village.the(Profiles.class)
                .availability(feng, feng.person(), Village.ALWAYS, 600)
                .orThrow();
        phone.navigate("/open-seats/why-not");
        assertThat(phone.locator("main").innerText()).contains("您同样合适").doesNotContain("吴芳");
        Browser.looksRight(phone, "others-asked");
    }

    @Test
    void anOfferSaysWhyItIsHer() {
        var li = village.volunteer("李四");
        var offer = ask(order(7), li, 7);
        var phone = at(browser.phone(), li, "/my-day");
        phone.locator("a[href$='#why']").click();
        assertThat(phone.url()).contains("/offers/" + offer.value());
        phone.locator("#why summary").click();
        assertThat(phone.locator("#why").innerText())
                .contains("离您家不到 1 公里")
                .contains("以前没问过您")
                .contains("由Lijia选的");
        assertThat(phone.content()).doesNotContain(OF_THE_HOUSEHOLD);
        Browser.looksRight(phone, "offer-why");
    }

    @Test
    void itIsReadableLargeInEnglishAndOnADesk() {
        order(8);
        var wei = village.volunteer("卫红");
        for (var path : List.of("/open-seats", "/open-seats/why-not", "/my-day")) {
            var phone = at(browser.phone(), wei, path);
            if (phone.locator("html[data-elder]").count() == 0) {
                phone.locator("button[name=elder]").click();
            }
            phone.locator("html[data-elder]").waitFor();
            Browser.looksRight(phone, name(path) + "-elder");
            ElderRules.hold(phone, path);
            phone.navigate(path + "?lang=en");
            Browser.looksRight(phone, name(path) + "-elder-en");
            var desk = at(browser.desk(), wei, path);
            Browser.looksRight(desk, name(path) + "-desk");
        }
    }

    @Test
    void theUnitKeepsAnOrderForThoseItAsksAndOpensItAgain() {
        var order = order(9);
        var zheng = village.volunteer("郑宇");
        var desk = at(browser.desk(), village.clerk, "/orders/" + order.value());
        desk.locator("details:has(" + openness(order) + ") summary").click();
        desk.locator(openness(order) + " button").click();
        assertThat(desk.locator("#notice").innerText()).contains("这一单只给请的人");
        Browser.looksRight(desk, "order-by-request");
        var phone = at(browser.phone(), zheng, "/open-seats");
        assertThat(phone.locator(form(order)).count()).isZero();
        desk.locator("details:has(" + openness(order) + ") summary").click();
        desk.locator(openness(order) + " button").click();
        phone.navigate("/open-seats");
        assertThat(phone.locator(form(order)).count()).isEqualTo(1);
    }

    @Test
    void whoIsNoVolunteerIsShownTheWayToBecomeOne() {
        var phone = at(browser.phone(), village.requester, "/open-seats");
        assertThat(phone.locator("main .empty").innerText()).contains("先登记成为志愿者");
        Browser.looksRight(phone, "open-seats-nobody");
        var nowhere = people.sits(village.requester, browser.phone(), address()).navigate("/open-seats/why-not");
        assertThat(nowhere.status()).isEqualTo(200);
    }

    private Instant at(int day) {
        return wednesday.plus(Duration.ofHours(3L * (day % 3))).plus(Duration.ofDays(day / 3));
    }

    private String day(int number) {
        return at(number).atZone(WorkingTime.ZONE).toLocalDate().toString();
    }

    private OrderId order(int day) {
        return village.approved(village.project(1, 60), at(day));
    }

    private OfferId ask(OrderId order, Actor volunteer, int day) {
        return village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, at(day)),
                        List.of(new Invitee.ToVolunteer(volunteer.person())))
                .orThrow()
                .getFirst();
    }

    private static void take(Page page, OrderId order) {
        page.locator(form(order) + " button").click();
    }

    private static String form(OrderId order) {
        return "form[action='/open-seats/%s/seat']".formatted(order.value());
    }

    private static String openness(OrderId order) {
        return "form[action='/orders/%s/open-seats']".formatted(order.value());
    }

    private static String name(String path) {
        return path.substring(1).replace('/', '-');
    }

    private Page at(Page page, Actor actor, String path) {
        people.sits(actor, page, address()).navigate(path);
        return page;
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }
}
