package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import feiyan.calendar.WorkingTime;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import feiyan.web.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

/** Whom to ask, as the dispatcher reads it: why the best are the best, why somebody cannot go, why there are so few. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidatesPageTest {

    private static final double NORTH_2_KM = 0.018;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ByCookie people;

    private Browser browser;
    private Village village;
    private Instant wednesday;

    @BeforeAll
    void open() {
        browser = Browser.at(address());
    }

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theBestStandFirstWithTheReasonAndOnTheMap() {
        living("Qian Jin", 2 * NORTH_2_KM, 9_000, Village.ALWAYS);
        living("Zhao Min", 0, 5_000, Village.ALWAYS);
        living("Sun Lei", NORTH_2_KM, 5_000, Village.ALWAYS);
        var order = village.approved(village.project(2, 60), wednesday);
        for (var screen : List.of(browser.desk(), browser.phone())) {
            var page = whom(screen, order, "");
            assertThat(page.locator(".candidates b").allTextContents()).startsWith("Zhao Min", "Sun Lei", "Qian Jin");
            assertThat(line(page, "Zhao Min").textContent()).contains("不到 200 米", "本周还没安排");
            assertThat(line(page, "Sun Lei").textContent()).contains("2.0 公里");
            page.locator(".map .place.person").first().waitFor();
            assertThat(page.locator(".map .place.person").allTextContents()).containsExactlyInAnyOrder("2", "3");
            assertThat(page.locator(".map .place.order").textContent())
                    .as("who lives there")
                    .isEqualTo("● 1");
            line(page, "Sun Lei").locator("summary").click();
            assertThat(line(page, "Sun Lei").locator("dl").textContent()).contains("路程：2,6", "直线距离换算成路程");
            Browser.looksRight(page, "candidates");
        }
    }

    @Test
    void theButtonStaysInSightBesideALongListAndSaysHowManyAreChosen() {
        for (int i = 1; i <= 15; i++) {
            living("Person " + i, 0, 5_000, Village.ALWAYS);
        }
        var order = village.approved(village.project(2, 60), wednesday);
        for (var page : List.of(browser.desk(), browser.phone())) {
            whom(page, order, "Person 15");
            assertThat(page.evaluate("document.documentElement.scrollHeight > 2 * innerHeight"))
                    .isEqualTo(true);
            page.locator(".candidates").first().scrollIntoViewIfNeeded();
            PlaywrightAssertions.assertThat(page.locator(".send .button"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            assertThat(page.locator(".send").innerText()).contains("还没有选");
            page.locator("input[name=first]").check();
            page.locator("input[name=volunteer]").first().check();
            page.locator("input[name=volunteer]").last().check();
            assertThat(page.locator(".send").innerText()).contains("选了 3 个");
            assertThat(page.locator("input[name=volunteer]").all())
                    .as("the one in focus is never behind the bar")
                    .allMatch(CandidatesPageTest::isSeenInFocus);
            page.locator("input[name=first]").uncheck();
            assertThat(page.locator(".send").innerText()).contains("选了 2 个");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "candidates-bar-" + page.viewportSize().width + ".png")));
        }
    }

    private static boolean isSeenInFocus(Locator box) {
        return (Boolean) box.evaluate("""
                (box) => {
                  box.focus();
                  return box.getBoundingClientRect().bottom <= document.querySelector('.send').getBoundingClientRect().top;
                }""");
    }

    @Test
    void whoIsLookedForByNameCannotBeTickedAndOneReadsWhyAndWhatWouldChangeIt() {
        living("Li Far", 3 * NORTH_2_KM, 3_000, Village.ALWAYS);
        living("Li Busy", 0, 5_000, WeekHours.NONE);
        var order = village.approved(village.project(1, 60), wednesday);
        for (var screen : List.of(browser.desk(), browser.phone())) {
            var page = whom(screen, order, "Li");
            assertThat(page.locator("input[type=checkbox]").count()).isZero();
            assertThat(line(page, "Li Far").textContent()).contains("离得 6.0 公里，本人最远去 3 公里", "把范围放大");
            assertThat(line(page, "Li Busy").textContent()).contains("不在本人的空闲时间里", "换个时间");
            Browser.looksRight(page, "candidates-named");
        }
    }

    @Test
    void whoWasAskedOftenCanBeTickedWithAWordOfCareAndWhoPausesCannot() {
        var often = living("Wu Often", 0, 5_000, Village.ALWAYS);
        var away = living("Wu Away", 0, 5_000, Village.ALWAYS);
        pause(away, LocalDate.ofInstant(wednesday, WorkingTime.ZONE).plusDays(30));
        var yesterday = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE)
                .minusDays(1)
                .atTime(LocalTime.of(10, 0))
                .atZone(WorkingTime.ZONE)
                .toInstant();
        clock.at(yesterday, () -> asked(often, 3));
        var order = village.approved(village.project(1, 60), wednesday);
        var page = whom(browser.desk(), order, "Wu");
        assertThat(line(page, "Wu Often").textContent()).contains("七天里已经问过 3 次", "先打个电话商量");
        assertThat(line(page, "Wu Often").locator("input[name=first]").count()).isEqualTo(1);
        assertThat(line(page, "Wu Away").textContent()).contains("本人请了假", "不打扰");
        assertThat(line(page, "Wu Away").locator("input").count()).isZero();
        Browser.looksRight(page, "candidates-hushed");
        whom(page, order, "");
        assertThat(page.locator(".candidates").count()).as("nobody is proposed").isZero();
    }

    @Test
    void whoOrderedItWasAskedOrSaidNoIsNotAskedOnceMore() {
        var asked = living("Feng Asked", 0, 5_000, Village.ALWAYS);
        var no = living("Feng No", 0, 5_000, Village.ALWAYS);
        var self = village.enrol(village.requester.person(), Village.ALWAYS, 600);
        var order = village.approved(village.project(3, 60), wednesday);
        var offers = clock.at(wednesday.minus(Duration.ofHours(20)), () -> made(order, asked, no));
        clock.at(
                wednesday.minus(Duration.ofHours(20)),
                () -> village.the(Answers.class)
                        .decline(no, offers.getLast(), null)
                        .orThrow());
        var page = whom(browser.desk(), order, "Feng");
        assertThat(line(page, "Feng Asked").textContent()).contains("已经请过，还没答复");
        assertThat(line(page, "Feng Asked").locator("input").count()).isZero();
        assertThat(line(page, "Feng No").textContent()).contains("已经说过去不了", "除非情况变了");
        whom(
                page,
                order,
                village.the(Volunteers.class)
                        .find(village.county, self.person())
                        .orElseThrow()
                        .number());
        assertThat(page.locator(".candidates .against").textContent()).contains("自己点的单");
        assertThat(page.locator(".candidates input[name=first]").count()).isZero();
    }

    @Test
    void whereTooFewComeIntoQuestionOneReadsWhy() {
        living("Zheng One", 0, 5_000, Village.ALWAYS);
        living("Zheng Two", 0, 5_000, WeekHours.NONE);
        living("Zheng Three", 0, 5_000, WeekHours.NONE);
        living("Zheng Four", 3 * NORTH_2_KM, 3_000, Village.ALWAYS);
        var order = village.approved(village.project(2, 60), wednesday);
        var page = whom(browser.desk(), order, "");
        assertThat(page.locator(".notice.wait").textContent()).contains("附近会这项的 4 人里", "2 人那时没空", "1 人太远");
        Browser.looksRight(page, "candidates-few");
    }

    @Test
    void everythingStandsInEnglishToo() {
        living("Zhao Min", 0, 5_000, Village.ALWAYS);
        living("Zhao Far", 3 * NORTH_2_KM, 3_000, Village.ALWAYS);
        var order = village.approved(village.project(3, 60), wednesday);
        var page = people.sits(village.clerk, browser.desk(), address());
        page.navigate(path(order) + "?name=Zhao&lang=en");
        assertThat(line(page, "Zhao Far").textContent()).contains("Lives 6.0 km away and goes 3 km at most");
        assertThat(page.locator(".notice.wait").textContent()).contains("1 lives too far away");
        Browser.looksRight(page, "candidates-english");
    }

    @Test
    void withoutScriptOneStillAsks() {
        var min = living("Zhao Min", 0, 5_000, Village.ALWAYS);
        var order = village.approved(village.project(1, 60), wednesday);
        var page = whom(browser.phoneWithoutScript(), order, "");
        assertThat(page.locator(".places li").count()).isEqualTo(2);
        line(page, "Zhao Min").locator("input").check();
        assertThat(line(page, "Zhao Min").locator("input").getAttribute("value"))
                .isEqualTo(min.person().value().toString());
    }

    private void asked(Actor volunteer, int times) {
        var project = village.project(1, 60);
        for (int turn = 0; turn < times; turn++) {
            made(village.approved(project, wednesday), volunteer);
        }
    }

    private List<OfferId> made(OrderId order, Actor... volunteers) {
        var invitees = Arrays.stream(volunteers)
                .<Invitee>map(one -> new Invitee.ToVolunteer(one.person()))
                .toList();
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, wednesday), invitees)
                .orThrow();
    }

    private void pause(Actor volunteer, LocalDate until) {
        db.sql("update volunteer set paused_until = :until where county_id = :county and person_id = :person")
                .param("until", until)
                .param("county", village.county.value())
                .param("person", volunteer.person().value())
                .update();
    }

    /** So far to the north of the square. */
    private Actor living(String name, double north, int radius, WeekHours free) {
        var plain = village.enrolment(village.person(name), free, 600);
        var there = new CoarsePosition(Village.SQUARE.latitude() + north, Village.SQUARE.longitude());
        var enrolment = new Enrolment(
                plain.person(),
                plain.unit(),
                there,
                radius,
                plain.weeklyLimitMinutes(),
                plain.freeHours(),
                plain.gender(),
                plain.partyMember(),
                plain.born(),
                plain.guardianConsents(),
                plain.insuredUntil(),
                Set.of(Village.SKILL));
        village.the(Volunteers.class).enrol(village.clerk, enrolment).orThrow();
        return Actor.withoutPosts(village.county, plain.person());
    }

    private Page whom(Page page, OrderId order, String name) {
        page.setDefaultNavigationTimeout(60_000);
        people.sits(village.clerk, page, address()).navigate(path(order) + "?name=" + name);
        return page;
    }

    private static String path(OrderId order) {
        return "/orders/" + order.value() + "/offers/new";
    }

    private static Locator line(Page page, String name) {
        return page.locator(".candidates > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
