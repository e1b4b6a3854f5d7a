package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.cast.Village;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Pauses;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import feiyan.web.browser.Browser;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A volunteer with a cheap phone who is asked rarely, says no without harm, and takes a break; and who asks them. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffersInPeacePagesTest {

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
    void aNoWithItsReasonLeadsToAChangeThatIsTakenWithOneTapAndUndone() {
        var zhao = village.volunteer("赵敏");
        var offer = asked(zhao);
        var phone = at(browser.phone(), zhao, "/my-day");
        phone.locator("details:has(form[action$='/my-day/offers/" + offer.value() + "/refusal']) summary")
                .click();
        phone.locator("button[name=reason][value=NO_TIME]").first().click();
        assertThat(phone.url()).endsWith("/offers/" + offer.value() + "/change");
        assertThat(phone.locator("main").textContent()).contains("星期三 10 点到 11 点");
        Browser.looksRight(phone, "change-no-time");

        phone.locator("form[action$='/change'] button").click();
        assertThat(free(zhao).free(DayOfWeek.WEDNESDAY, 10)).isFalse();
        Browser.looksRight(phone, "change-taken");
        phone.locator("form[action$='/change/withdrawal'] button").click();
        assertThat(free(zhao)).isEqualTo(Village.ALWAYS);
    }

    @Test
    void theOffersOwnPageTeachesTooAndWhoLeavesItChangesNothing() {
        var qian = village.volunteer("钱进");
        var offer = asked(qian);
        var phone = at(browser.phoneWithoutScript(), qian, "/offers/" + offer.value());
        phone.locator("button[name=reason][value=NOT_MY_SKILL]").click();
        assertThat(phone.locator("main").textContent()).contains(Village.SKILL);
        phone.locator("main a[href='/my-day'].button").first().click();
        assertThat(phone.url()).endsWith("/my-day");
        assertThat(village.the(Volunteers.class)
                        .find(village.county, qian.person())
                        .orElseThrow()
                        .skills())
                .containsExactly(Village.SKILL);
    }

    @Test
    void aBreakIsOneTapOnTheDaysPageInLargeLettersTooAndOneTapBack() {
        var sun = village.volunteer("孙蕾");
        asked(sun);
        var phone = at(browser.phone(), sun, "/my-day");
        phone.locator("button[name=elder]").click();
        phone.navigate("/my-day");
        Browser.looksRight(phone, "my-day-pause-elder");
        phone.locator("#pause > form button").click();
        assertThat(phone.url()).endsWith("/volunteer");
        assertThat(phone.locator(".notice").first().textContent()).contains("还有 1 件");
        assertThat(village.the(Pauses.class).of(village.county, sun.person())).isPresent();
        Browser.looksRight(phone, "volunteer-paused-elder");

        phone.locator("#pause form[action$='/comeback'] button").click();
        assertThat(village.the(Pauses.class).of(village.county, sun.person())).isEmpty();
    }

    @Test
    void aDayThatWillNotDoIsToldBesideIt() {
        var zhou = village.volunteer("周强");
        var phone = at(browser.phone(), zhou, "/volunteer");
        phone.locator("#pause details summary").click();
        phone.locator("#last").fill("2020-01-01");
        phone.locator("#pause details form button").click();
        assertThat(phone.locator("#last-mistake").textContent()).contains("已经过去");
        Browser.looksRight(phone, "volunteer-pause-mistake");
        phone.navigate("/volunteer?lang=en");
        Browser.looksRight(phone, "volunteer-pause-en");
    }

    @Test
    void theDispatcherTicksManyAndOnlySoManyAreAskedAsNeeded() {
        var people = IntStream.range(0, 6)
                .mapToObj(each -> village.volunteer("吴芳" + each))
                .toList();
        var order = village.approved(village.project(1, 60), wednesday);
        var desk = at(browser.desk(), village.clerk, "/orders/" + order.value() + "/offers/new");
        assertThat(desk.locator("input[name=how][value=AS_NEEDED]").isChecked()).isTrue();
        people.forEach(each -> desk.locator("input[value='" + each.person().value() + "']")
                .first()
                .check());
        desk.locator("form[action$='/offers'] button.big").click();
        assertThat(desk.locator(".notice").first().textContent()).contains("需要时再请");
        desk.navigate("/orders/" + order.value() + "/roll");
        assertThat(desk.locator("main").textContent()).contains("需要时再请", "再看要不要多请");
        Browser.looksRight(desk, "roll-as-needed");
    }

    private WeekHours free(Actor somebody) {
        return village.the(Volunteers.class)
                .find(village.county, somebody.person())
                .orElseThrow()
                .freeHours();
    }

    private OfferId asked(Actor somebody) {
        var order = village.approved(village.project(1, 60), wednesday);
        var invitee = List.<Invitee>of(new Invitee.ToVolunteer(somebody.person()));
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, wednesday), invitee)
                .orThrow()
                .getFirst();
    }

    private Page at(Page page, Actor actor, String path) {
        people.sits(actor, page, address()).navigate(path);
        return page;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
