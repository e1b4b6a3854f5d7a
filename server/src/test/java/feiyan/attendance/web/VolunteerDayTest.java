package feiyan.attendance.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.QrCode;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A volunteer's day on a cheap phone: asked, on the way, at the door, there and gone again; the requester on another.
 */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.demo=true", "feiyan.jobs=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VolunteerDayTest {

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final List<String> OF_THE_HOUSEHOLD =
            List.of("Her hair has grown long", "Wang Xiulan", "13800000000", "by the well");

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
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private Browser browser;
    private Instant ten;

    @BeforeAll
    void open() {
        village = Village.in(house);
        browser = Browser.at("http://localhost:" + port);
        ten = Village.wednesday(clock.instant());
        policies.set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null)
                .orThrow();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void noCostsOneTapAndASeatIsGivenBackInTwoSteps() {
        var zhao = village.volunteer("赵敏");
        var first = asked(zhao);
        var second = asked(zhao, ten.plus(Duration.ofHours(4)));
        var phone = signedIn(browser.phoneWithoutScript(), zhao);
        phone.navigate("/my-day");
        looksRightWithoutScript(phone, "my-day-asked");
        var no = "form[action$='%s/refusal']".formatted(second.value());
        phone.locator("details:has(" + no + ") summary").click();
        phone.locator(no + " button[value=TOO_FAR]").click();
        assertThat(phone.url()).endsWith("/my-day");
        assertThat(reason("offer_event", "offer_id", second.value())).isEqualTo("too_far");
        phone.locator("form[action$='%s/acceptance'] button".formatted(first.value()))
                .click();
        assertThat(phone.locator("form[action$=check-in]").count()).isEqualTo(1);

        phone.locator("details:has(form[action$=return]) summary").click();
        assertThat(phone.locator("form[action$=return]").innerText()).contains("实践站马上另请别人");
        phone.locator("form[action$=return] button[value=FAMILY]").click();
        assertThat(phone.locator("form[action$=check-in]").count()).isZero();
        assertThat(db.sql("select e.reason from seat_event e where e.county_id = :county and e.command = 'give_back'")
                        .param("county", village.county.value())
                        .query(String.class)
                        .list())
                .contains("family");
    }

    @Test
    void aWrongCodeIsSaidBesideItsFieldWithTheTriesThatAreLeft() {
        var zhao = village.volunteer("赵敏");
        agreed(zhao, village.project(1, 60));
        var phone = signedIn(browser.phone(), zhao);
        phone.navigate("/my-day");
        phone.locator("input[name=code]").fill("12");
        phone.locator("form[action$=check-in] button").click();
        assertThat(phone.locator(".field .mistake").innerText()).contains("还可以试 4 次");
        looksRight(phone, "my-day-wrong-code");
        for (int i = 0; i < 4; i++) {
            phone.navigate("/check-in?code=999999");
            phone.fill("#code", "12");
            phone.locator("button[name=seat]").click();
        }
        assertThat(phone.locator("#code-mistake").innerText()).contains("一刻钟");
        looksRight(phone, "check-in-wait");
    }

    @Test
    void theCameraLeadsOverTheSignInToTheCheckInAndTheHouseholdIsForgottenAfterwards() {
        var zhao = village.volunteer("赵敏");
        var order = agreed(zhao, village.project(1, 60));
        var requester = signedIn(browser.phone(), village.requester);
        requester.navigate(page(order));
        looksRight(requester, "order-qr");
        var code = requester.locator("p.code").getAttribute("aria-label").replace(" ", "");
        var link = "http://localhost:%d/check-in?code=%s".formatted(port, code);
        assertThat(requester.locator("svg.qr path").getAttribute("d"))
                .isEqualTo(QrCode.of(link).path());

        var phone = browser.phone();
        phone.navigate(link);
        assertThat(phone.url()).contains("/sign-in");
        enter(phone, zhao);
        assertThat(phone.url()).isEqualTo(link);
        assertThat(phone.inputValue("#code")).isEqualTo(code);
        looksRight(phone, "check-in");
        phone.locator("button[name=seat]").click();
        assertThat(phone.url()).endsWith("/my-day");
        looksRight(phone, "my-day-there");
        assertThat(state(order)).isEqualTo(State.IN_SERVICE);

        phone.navigate(page(order));
        assertThat(phone.content()).contains("Her hair has grown long", "Wang Xiulan");
        phone.locator("form[action$=contact-view] button").click();
        assertThat(phone.content()).contains("by the well");
        assertThat(seen(zhao, order)).isEqualTo(1);
        phone.navigate("/my-day");
        phone.locator("form[action$=check-out] button").click();
        assertThat(state(order)).isEqualTo(State.SERVED);
        for (var path : List.of("/my-day", "/my-services", page(order), "/check-in?code=" + code)) {
            phone.navigate(path);
            assertThat(phone.content()).as(path).doesNotContain(OF_THE_HOUSEHOLD);
        }
        phone.navigate("/my-services");
        assertThat(phone.locator(".list li").count()).isEqualTo(1);
        looksRight(phone, "my-services");
    }

    @Test
    void whoIsOnlyAskedReadsNothingOfTheHousehold() {
        var zhao = village.volunteer("赵敏");
        asked(zhao);
        var phone = signedIn(browser.phone(), zhao);
        phone.navigate("/my-day");
        assertThat(phone.locator("article.card").count()).isEqualTo(1);
        assertThat(phone.content()).doesNotContain(OF_THE_HOUSEHOLD);
    }

    @Test
    void aRemoteServiceBeginsAndEndsWithOneButtonEach() {
        var zhao = village.volunteer("赵敏");
        var order = agreed(zhao, village.project("BM77", 1, 30, true, false, null));
        var phone = signedIn(browser.phone(), zhao);
        phone.navigate("/my-day");
        assertThat(phone.locator("input[name=code]").count()).isZero();
        phone.locator("form[action$=check-in] button").click();
        assertThat(state(order)).isEqualTo(State.IN_SERVICE);
        phone.locator("form[action$=check-out] button").click();
        assertThat(state(order)).isEqualTo(State.SERVED);
    }

    @Test
    void tooEarlyAndTooLateAreSaidInWordsWithTheTime() {
        var zhao = village.volunteer("赵敏");
        agreed(zhao, village.project(1, 60), ten.plus(Duration.ofDays(35)));
        var phone = signedIn(browser.phone(), zhao);
        phone.navigate("/my-day");
        assertThat(phone.locator("article.card").innerText()).contains("起可以签到");
        assertThat(phone.locator("input[name=code]").count()).isZero();
        phone.navigate("/check-in");
        assertThat(phone.locator("main").innerText()).contains("下一次是“Haircut”", "起可以签到");
        looksRight(phone, "check-in-too-early");

        var missed = clock.instant().minus(Duration.ofHours(4));
        clock.at(missed.minus(Duration.ofHours(30)), () -> agreed(zhao, village.project(1, 60), missed));
        var forgotten = clock.instant().minus(Duration.ofHours(6));
        var begun =
                clock.at(forgotten.minus(Duration.ofHours(30)), () -> agreed(zhao, village.project(1, 60), forgotten));
        var seat = village.the(MyService.class).seats(zhao).stream()
                .filter(line -> line.order().id().equals(begun))
                .findFirst()
                .orElseThrow()
                .seat();
        clock.at(
                forgotten,
                () -> village.the(Attendance.class)
                        .confirm(village.clerk, seat, Reason.NO_PHONE)
                        .orThrow());
        phone.navigate("/my-day");
        assertThat(phone.locator("main").innerText()).contains("不能自己签到", "不能自己签退了");
        assertThat(phone.locator("form[action$=check-out]").count()).isZero();
        assertThat(phone.locator("input[name=code]").count()).isZero();
        looksRight(phone, "my-day-too-late");
    }

    @Test
    void theTwoAgreeOnAnotherTimeFromTheirOwnPhones() {
        var zhao = village.volunteer("赵敏");
        var order = agreed(zhao, village.project(1, 60));
        var hers = signedIn(browser.phone(), village.requester);
        var his = signedIn(browser.phone(), zhao);

        hers.navigate(page(order));
        var codeBefore = hers.locator("p.code").getAttribute("aria-label");
        ask(hers, "REQUESTER", "15:00");
        looksRight(hers, "order-asked");
        his.navigate(page(order));
        assertThat(his.locator("main").innerText()).contains("这户人家问", "15:00");
        looksRight(his, "order-question");
        his.locator("form[action$=acceptance] button").click();
        assertThat(sheetFrom(order)).isEqualTo(ten.plus(Duration.ofHours(5)));
        hers.navigate(page(order));
        assertThat(hers.locator("p.code").getAttribute("aria-label")).isNotEqualTo(codeBefore);

        his.navigate(page(order));
        ask(his, "SERVING", "09:30");
        larger(hers, page(order));
        assertThat(hers.locator("main").innerText()).contains("赵敏问", "09:30");
        looksRight(hers, "order-question-elder");
        hers.locator("form[action$='/refusal'] button").click();
        assertThat(sheetFrom(order)).isEqualTo(ten.plus(Duration.ofHours(5)));
        ask(his, "SERVING", "09:30");
        his.locator("form[action$=withdrawal] button").click();
        hers.navigate(page(order));
        assertThat(hers.locator("form[action$=acceptance]").count()).isZero();
        ask(hers, "REQUESTER", "15:00");
        assertThat(hers.locator("main").innerText()).contains("现在约的就是这个时间");
    }

    @Test
    void theUnitAsksForWhoTelephonesAndWritesDownWhatBothSaid() {
        var order = agreed(village.volunteer("赵敏"), village.project(1, 60));
        var desk = atTheDesk(village.staff("李娜", village.station, Role.CLERK));
        desk.navigate(page(order));
        var ask = "form[action$='/time-proposals']";
        desk.locator("details:has(" + ask + ") summary").click();
        looksRight(desk, "order-unit-moves");
        desk.locator("#move-side").selectOption("REQUESTER");
        desk.locator("#unit-ask-hour").selectOption("15:00");
        desk.locator(ask + " button").click();
        assertThat(desk.locator("main").innerText()).contains("这户人家想改到", "15:00");
        looksRight(desk, "order-unit-question");
        desk.locator("form[action$=acceptance] button").click();
        assertThat(sheetFrom(order)).isEqualTo(ten.plus(Duration.ofHours(5)));

        var agreed = "form[action$='/agreed-time']";
        desk.locator("details:has(" + agreed + ") summary").click();
        desk.locator("#move-reason").selectOption("WEATHER");
        desk.locator("#unit-agreed-hour").selectOption("11:30");
        desk.locator(agreed + " button").click();
        assertThat(sheetFrom(order)).isEqualTo(ten.plus(Duration.ofMinutes(90)));
    }

    @Test
    void whereNothingIsAgreedThePageSaysForWhenPeopleAreAskedAndWhomToCall() {
        var order = village.approved(village.project(1, 60), ten);
        var requester = signedIn(browser.phone(), village.requester);
        requester.navigate(page(order));
        assertThat(requester.locator("main").innerText()).contains("还没有约定时间");
        asked(order, village.volunteer("赵敏"), ten);
        requester.navigate(page(order));
        assertThat(requester.locator("main").innerText()).contains("正在问谁能来", "10:00–11:00");
        assertThat(requester.content()).doesNotContain("赵敏");
        assertThat(requester.locator("details:has(input[name=side])").count()).isZero();
        looksRight(requester, "order-offered");
    }

    private Page atTheDesk(Actor somebody) {
        policies.set(village.county, Policy.STAFF_TOTP, false, null).orThrow();
        var account = Objects.requireNonNull(
                accounts.openFor(village.county, List.of(somebody.person())).get(somebody.person()));
        accounts.setPassword(account, "swallow over wheat").orThrow();
        var page = browser.desk();
        page.navigate("/staff/sign-in");
        page.fill("#phone", digits(somebody));
        page.fill("#password", "swallow over wheat");
        page.locator("main form.stack button").first().click();
        return page;
    }

    private String digits(Actor somebody) {
        return persons.phone(village.county, somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    @Test
    void theDayIsReadableLarge() {
        var zhao = village.volunteer("赵敏");
        agreed(zhao, village.project(1, 60));
        asked(zhao, ten.plus(Duration.ofHours(6)));
        var phone = signedIn(browser.phone(), zhao);
        larger(phone, "/my-day");
        looksRight(phone, "my-day-elder");
        phone.navigate("/check-in");
        looksRight(phone, "check-in-elder");
        phone.navigate("/my-day?lang=en");
        looksRight(phone, "my-day-elder-en");
        var desk = signedIn(browser.desk(), zhao);
        desk.navigate("/my-day");
        looksRight(desk, "my-day");
    }

    private void ask(Page page, String side, String hour) {
        var form = "form:has(input[name=side][value=" + side + "])";
        page.locator("details:has(" + form + ") summary").click();
        page.locator(form + " select[name=hour]").selectOption(hour);
        page.locator(form + " button").click();
    }

    private static void larger(Page page, String path) {
        page.navigate(path);
        page.locator("button[name=elder]").click();
    }

    /** axe needs a script of its own; what it would say of this page it says of the same page with scripts. */
    private static void looksRightWithoutScript(Page page, String name) {
        assertThat(page.content()).as("%s: words without translation", name).doesNotContain("??");
    }

    private Page signedIn(Page page, Actor somebody) {
        // Somebody comes in by a new browser more than a minute after the last one.
        db.sql("delete from throttle").update();
        page.navigate("/sign-in");
        enter(page, somebody);
        return page;
    }

    private void enter(Page page, Actor somebody) {
        Objects.requireNonNull(
                accounts.openFor(village.county, List.of(somebody.person())).get(somebody.person()));
        page.fill("#phone", digits(somebody));
        page.locator("main form.stack button").first().click();
        page.fill("#code", sent(page));
        page.locator("main form.stack button").first().click();
    }

    private static String sent(Page page) {
        try (var other = page.context().newPage()) {
            other.navigate("/outbox");
            var code = CODE.matcher(other.locator("main .what").first().innerText());
            assertThat(code.find()).isTrue();
            return code.group();
        }
    }

    private OfferId asked(Actor volunteer) {
        return asked(volunteer, ten);
    }

    private OfferId asked(Actor volunteer, Instant from) {
        return asked(village.approved(village.project(1, 60), ten), volunteer, from);
    }

    private OfferId asked(OrderId order, Actor volunteer, Instant from) {
        List<Invitee> invitees = List.of(new Invitee.ToVolunteer(volunteer.person()));
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, from), invitees)
                .orThrow()
                .getFirst();
    }

    private OrderId agreed(Actor volunteer, ProjectId project) {
        return agreed(volunteer, project, ten);
    }

    private OrderId agreed(Actor volunteer, ProjectId project, Instant from) {
        var order = village.approved(project, from);
        village.the(Answers.class)
                .accept(volunteer, asked(order, volunteer, from))
                .orThrow();
        return order;
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }

    private Instant sheetFrom(OrderId order) {
        var agreed = village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .agreed();
        return Objects.requireNonNull(agreed).from();
    }

    private String reason(String table, String id, java.util.UUID value) {
        return db.sql("select e.reason from %s e where e.county_id = :county and e.%s = :id and e.reason is not null"
                        .formatted(table, id))
                .param("county", village.county.value())
                .param("id", value)
                .query(String.class)
                .single();
    }

    private int seen(Actor viewer, OrderId order) {
        return db.sql("""
                select count(*) from sensitive_view v
                where v.county_id = :county and v.viewer_id = :viewer and v.subject_id = :order
                """)
                .param("county", village.county.value())
                .param("viewer", viewer.person().value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    private static String page(OrderId order) {
        return "/orders/" + order.value();
    }
}
