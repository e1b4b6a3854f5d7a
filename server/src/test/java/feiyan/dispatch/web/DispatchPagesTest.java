package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dispatcher's desk and the leader's phone, in browsers; the outbox runs, so that boards are told. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=true", "feiyan.outbox.every=200ms"})
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatchPagesTest {

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
        village = Village.in(house);
        browser = Browser.at(address());
        wednesday = Village.wednesday(clock.instant());
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void whatOneDispatcherDoesAndWhatTimeDoesShowOnTheOthersOpenBoard() {
        var order = village.approved(village.project(1, 60), wednesday);
        var late = village.approved(village.project(1, 60), wednesday);
        due(order, clock.instant().plus(Duration.ofMinutes(40)));
        var center = village.staff("Zhou", village.center, Role.DISPATCHER);
        var there = at(browser.desk(), center, "/overdue");
        Browser.looksRight(there, "overdue");
        assertThat(there.locator(line(order)).count()).isEqualTo(1);
        var later = browser.desk();
        later.clock().install();
        at(later, center, "/overdue");
        assertThat(later.locator(line(late)).count()).isZero();
        due(late, clock.instant().plus(Duration.ofMinutes(50)));
        later.clock().runFor(62_000);
        later.locator(line(late)).waitFor();

        var here = at(browser.desk(), village.clerk, "/overdue");
        here.locator(line(order)).click();
        assertThat(here.url()).endsWith("/offers/new");
        here.navigate("/orders/" + order.value());
        here.locator("details:has(form[action$=resolution]) summary").click();
        here.locator("#resolve-words").fill("Her neighbour cut it");
        here.locator("form[action$=resolution] button").click();
        assertThat(state(order)).isEqualTo(State.SERVED);
        there.locator(line(order)).waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
        var phone = at(browser.phone(), village.clerk, "/overdue");
        Browser.looksRight(phone, "overdue");
        assertThat(browserStatus(village.volunteer("Wu"), "/overdue")).isEqualTo(404);
        assertThat(phone.navigate("/inbox").status()).isEqualTo(200);
        assertThat(phone.locator("main a[href='/overdue']").count()).isEqualTo(1);
    }

    @Test
    void theDispatcherIsToldBesideTheFieldsAndAsksOneAfterTheOther() {
        village.volunteer("Zhao Min");
        village.volunteer("Qian Jin");
        var order = village.approved(village.project(1, 40), wednesday);
        var desk = at(browser.desk(), village.clerk, "/orders/" + order.value() + "/offers/new?name=Qian");
        desk.locator("form[action$='/offers'] button").click();
        assertThat(desk.locator(".mistake").count()).isEqualTo(1);
        assertThat(desk.locator("#name").inputValue()).isEqualTo("Qian");
        Browser.looksRight(desk, "new-offers-mistake");
        desk.locator("#from").fill("2020-01-01T10:00");
        desk.locator("form[method=get] button").first().click();
        assertThat(desk.locator("#from-mistake").count()).isEqualTo(1);

        desk.navigate("/orders/" + order.value() + "/offers/new?name=Qian");
        desk.locator("input[name=first]").first().check();
        desk.locator("input[name=volunteer]").first().check();
        desk.locator("input[name=how][value=IN_TURN]").check();
        desk.locator("form[action$='/offers'] button").click();
        assertThat(desk.url()).endsWith("/orders/" + order.value());
        Browser.looksRight(desk, "order-seats");
        desk.navigate("/orders/" + order.value() + "/roll");
        Browser.looksRight(desk, "roll-in-turn");
        assertThat(desk.locator("form[action$=waiting-withdrawal]").count()).isEqualTo(1);
        desk.locator("details:has(form[action$=fresh-start]) summary").click();
        desk.locator("form[action$=fresh-start] button").click();
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void theLeaderFillsSwapsAndGivesBackOnAPhone() {
        var leader = village.volunteer("Sun Lei");
        var member = village.volunteer("Zhao Min");
        var order = village.approved(village.project(2, 60), wednesday);
        var offer = taken(order, leader, member);
        var phone = at(browser.phone(), leader, "/offers/" + offer.value());
        phone.locator("form[action$=seats] button").click();
        assertThat(phone.locator(".mistake").count()).isEqualTo(1);
        Browser.looksRight(phone, "offer-mistake");
        phone.locator("input[name=member]").first().check();
        phone.locator("form[action$=seats] button").click();
        phone.locator(".more-of summary").click();
        Browser.looksRight(phone, "offer-swap");
        phone.locator("form[action$=swap] button").click();
        assertThat(phone.locator("form[action$=swap]").count()).isEqualTo(1);
        phone.locator("details:has(form[action$=return]) summary").click();
        phone.locator("form[action$=return] button").click();
        assertThat(phone.url()).endsWith("/team-offers");
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    private OfferId taken(OrderId order, Actor leader, Actor member) {
        var team = new Invitee.ToTeam(village.team(leader, member));
        var offer = village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(team))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        return offer;
    }

    /** Time passes for one order: the clock of the row as it would stand then. */
    private void due(OrderId order, Instant at) {
        db.sql("update service_order set due_at = :at where county_id = :county and id = :id")
                .param("at", DbTime.of(at))
                .param("county", village.county.value())
                .param("id", order.value())
                .update();
    }

    private static String line(OrderId order) {
        return ".list a.what[href*='%s']".formatted(order.value());
    }

    private int browserStatus(Actor actor, String path) {
        return people.sits(actor, browser.phone(), address()).navigate(path).status();
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
