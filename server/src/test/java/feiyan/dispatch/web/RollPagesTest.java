package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The day itself on a cheap phone: the leader keeps the roll of a service that began half an hour ago. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollPagesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

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
    private Instant began = Instant.EPOCH;

    @BeforeAll
    void open() {
        village = Village.in(house);
        browser = Browser.at(address());
        began = clock.instant().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theLeaderKeepsTheRollPutsItRightAndTellsWhatItWasLike() {
        var leader = village.volunteer("Sun Lei");
        var came = village.volunteer("Zhao Min");
        var missing = village.volunteer("Qian Jin");
        var order = village.approved(village.project(2, 20), began);
        var offer = goes(order, leader, came, missing);
        clock.at(
                began,
                () -> village.the(Attendance.class)
                        .confirm(
                                village.clerk,
                                village.the(MyService.class)
                                        .seats(came)
                                        .getFirst()
                                        .seat(),
                                Reason.NO_CODE)
                        .orThrow());
        var phone = at(browser.phone(), leader, "/offers/" + offer.value());

        roll(phone, "Qian Jin");
        Browser.looksRight(phone, "seat-taken");
        phone.locator("form[action$=absence] button").first().click();
        roll(phone, "Zhao Min");
        phone.locator("#left").fill("2020-01-01T10:00");
        phone.locator("form[action$=settlement] button").click();
        assertThat(phone.locator("#left-mistake").count()).isEqualTo(1);
        Browser.looksRight(phone, "seat-mistake");
        phone.locator("#left").fill(local(began.plus(Duration.ofMinutes(20))));
        phone.locator("form[action$=settlement] button").click();
        assertThat(state(order)).isEqualTo(State.SERVED);

        roll(phone, "Zhao Min");
        phone.locator("details summary:has-text('更正')").click();
        phone.locator("#out").fill(local(began.plus(Duration.ofMinutes(15))));
        phone.locator("form[action$=corrections] button").click();
        roll(phone, "Zhao Min");
        assertThat(phone.locator(".timeline").textContent()).contains("20").contains("15");
        Browser.looksRight(phone, "seat-corrected");

        phone.navigate("/team-offers");
        Browser.looksRight(phone, "team-offers-tasks");
        phone.locator("a[href$=summary]").click();
        phone.locator("form[action$=summary] button").click();
        assertThat(phone.locator("#words-mistake").count()).isEqualTo(1);
        Browser.looksRight(phone, "summary");
        phone.locator("#words").fill("She laughed at last");
        phone.locator("form[action$=summary] button").click();
        assertThat(phone.content()).contains("She laughed at last");
        var desk = at(browser.desk(), village.clerk, "/orders/" + order.value());
        assertThat(desk.content()).contains("She laughed at last");
        assertThat(at(browser.phone(), village.requester, "/orders/" + order.value())
                        .content())
                .doesNotContain("She laughed at last");
    }

    @Test
    void whoWaitedInVainSaysSoAndOthersAreAsked() {
        var leader = village.volunteer("Sun Lei");
        var order = village.approved(village.project(1, 20), began);
        goes(order, leader, village.volunteer("Zhao Min"));
        var phone = at(browser.phone(), village.requester, "/orders/" + order.value());
        phone.locator("details:has(form[action$=no-show]) summary").click();
        Browser.looksRight(phone, "nobody-came");
        phone.locator("form[action$=no-show] button").click();
        assertThat(phone.locator(".notice.good").count()).isEqualTo(1);
        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(phone.locator("form[action$=no-show]").count()).isZero();
    }

    @Test
    void nobodyElseReadsOrWritesOnTheRoll() {
        var leader = village.volunteer("Sun Lei");
        var member = village.volunteer("Zhao Min");
        var order = village.approved(village.project(1, 20), began);
        goes(order, leader, member);
        var seat = village.the(MyService.class).seats(member).getFirst().seat();
        var path = "/seats/%s/roll".formatted(seat.value());
        var phone = browser.phone();
        for (var stranger : List.of(member, village.requester, village.volunteer("Wu"))) {
            assertThat(people.sits(stranger, phone, address()).navigate(path).status())
                    .isEqualTo(404);
        }
        assertThat(people.sits(village.clerk, phone, address()).navigate(path).status())
                .isEqualTo(200);
    }

    private OfferId goes(OrderId order, Actor leader, Actor... members) {
        var team = new Invitee.ToTeam(village.team(leader, members));
        return clock.at(began.minus(Duration.ofHours(1)), () -> {
            var offer = village.the(Offers.class)
                    .make(village.clerk, order, village.version(order), village.slot(order, began), List.of(team))
                    .orThrow()
                    .getFirst();
            village.the(Answers.class).accept(leader, offer).orThrow();
            var going = Arrays.stream(members).map(Actor::person).collect(Collectors.toSet());
            village.the(Seats.class).put(leader, offer, going).orThrow();
            return offer;
        });
    }

    private static void roll(Page phone, String name) {
        phone.locator(".list li:has-text('%s') a[href$=roll]".formatted(name)).click();
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, CHINA).toString();
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
