package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A morning's two hundred orders: one dispatcher plans and sends, another watches, and a volunteer is asked. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=true", "feiyan.outbox.every=200ms"})
@Import(ByCookie.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutTwin("two hundred orders are enough once")
class TwoHundredOrdersTest {

    private static final int ORDERS = 200;
    private static final int KINDS = 4;
    private static final int VOLUNTEERS = 100;

    /** What a person takes for at once, and three times that: other tests share the machine. */
    private static final double AT_ONCE_MILLIS = 3 * 100;

    private static final Duration THE_WHOLE_MORNING = Duration.ofSeconds(40);

    /** Milliseconds from the keystroke to the lines as they should be, painted. */
    private static final String FILTER = """
            name => new Promise(done => {
              const field = document.getElementById('f-name');
              const began = performance.now();
              field.value = name;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
            })""";

    /** The longest time between two frames while the page is scrolled from its top to its end. */
    private static final String SCROLL = """
            () => new Promise(done => {
              const steps = 40, each = document.documentElement.scrollHeight / steps;
              let step = 0, longest = 0, last = performance.now();
              const frame = now => {
                longest = Math.max(longest, now - last);
                last = now;
                scrollTo(0, ++step * each);
                if (step < steps) requestAnimationFrame(frame); else done(longest);
              };
              requestAnimationFrame(frame);
            })""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private ByCookie people;

    private final List<Actor> volunteers = new ArrayList<>();
    private Browser browser;
    private Village village;
    private ProjectId[] kinds;
    private Instant wednesday;

    @BeforeAll
    void aMorning() {
        browser = Browser.at(address());
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        kinds = new ProjectId[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            kinds[kind] = village.project(1, 30 + 10 * kind);
        }
        for (int i = 0; i < VOLUNTEERS; i++) {
            volunteers.add(village.volunteer("Volunteer %03d".formatted(i)));
        }
        for (int i = 0; i < ORDERS; i++) {
            order(i);
        }
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void oneButtonAndEverybodySeesWhatComesOfIt() {
        long began = System.nanoTime();
        var here = at(browser.desk(), village.clerk, board());
        var there = at(browser.desk(), village.staff("Zhou", village.center, Role.DISPATCHER), board());
        plans(here, there);
        looksThrough(here);
        changesALineInView(here, there);
        sends(here, there);
        aVolunteerAnswers(there);
        somethingNewComes(here, there);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(THE_WHOLE_MORNING);
    }

    private void plans(Page here, Page there) {
        long pressed = System.nanoTime();
        here.locator("#make").click();
        here.locator("table.plan tbody tr").first().waitFor();
        told("button to lines", pressed);
        there.locator("table.plan tbody tr").first().waitFor();
        told("button to lines in the other browser", pressed);
        assertThat(here.locator("table.plan tbody tr").count()).isEqualTo(ORDERS);
        Browser.looksRight(here, "morning-list");
    }

    private static void looksThrough(Page here) {
        var name = here.locator("#line-7 td b").first().innerText();
        double filter = ((Number) here.evaluate(FILTER, name)).doubleValue();
        int shown = here.locator("table.plan tbody tr:visible").count();
        assertThat(shown).isBetween(1, ORDERS / 10);
        here.evaluate(FILTER, "");
        assertThat(here.locator("table.plan tbody tr:visible").count()).isEqualTo(ORDERS);
        double scroll = ((Number) here.evaluate(SCROLL)).doubleValue();
        System.out.printf(
                "filter of %d lines %.1f ms, longest frame while scrolling %.1f ms%n", ORDERS, filter, scroll);
        assertThat(filter).as("filter").isLessThan(AT_ONCE_MILLIS);
        assertThat(scroll).as("frame while scrolling").isLessThan(AT_ONCE_MILLIS);
    }

    /** Where one works, there one stays: a line in the middle is pinned, and the page comes back to it. */
    private static void changesALineInView(Page here, Page there) {
        here.locator("#line-120 button[formaction$=pin]").click();
        here.locator("#line-120.pinned").waitFor();
        assertThat(here.evaluate("""
                () => { const line = document.getElementById('line-120').getBoundingClientRect();
                  return line.bottom > 0 && line.top < innerHeight; }""")).isEqualTo(true);
        there.locator("#line-120.pinned").waitFor();
    }

    private void sends(Page here, Page there) {
        here.locator(".confirm summary").click();
        long pressed = System.nanoTime();
        here.locator("#send-all").click();
        here.locator("#notice").waitFor();
        told("send all to the page", pressed);
        gone(here, pressed, "send all to the last line");
        gone(there, pressed, "send all to the last line in the other browser");
        assertThat(asked()).isEqualTo(ORDERS);
        Browser.looksRight(there, "morning-sent");
    }

    private static void gone(Page page, long since, String what) {
        page.locator("input[name=line]")
                .first()
                .waitFor(new WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(20_000));
        told(what, since);
    }

    /** Asked at most as often a week as the county thinks right, on a cheap phone, without a name or an address. */
    private void aVolunteerAnswers(Page there) {
        var phone = people.sits(mostAsked(), browser.phone(), address());
        phone.navigate("/my-day");
        Browser.looksRight(phone, "morning-my-day");
        assertThat(phone.content()).doesNotContain("Wang Xiulan").doesNotContain("by the well");
        int asked = phone.locator("form[action$='/acceptance']").count();
        assertThat(asked).isBetween(1, 3);
        phone.locator("form[action$='/acceptance'] button").first().click();
        assertThat(phone.locator("form[action$='/acceptance']").count()).isEqualTo(asked - 1);
        there.locator(".chip.good").first().waitFor();
    }

    private void somethingNewComes(Page here, Page there) {
        order(0);
        there.locator(".plan-head .chip.info").first().waitFor();
        long pressed = System.nanoTime();
        there.locator("#make").click();
        there.locator("input[name=line]").first().waitFor();
        told("planned anew", pressed);
        here.locator("input[name=line]").first().waitFor();
        assertThat(there.locator("input[name=line]").count())
                .as("nobody who was asked is asked again")
                .isEqualTo(1);
    }

    private Actor mostAsked() {
        var most = village.the(JdbcClient.class)
                .sql("""
                        select f.volunteer_id from offer f where f.county_id = :county and f.state = 'OPEN'
                        group by f.volunteer_id order by count(*) desc, f.volunteer_id limit 1
                        """)
                .param("county", village.county.value())
                .query(UUID.class)
                .single();
        return volunteers.stream()
                .filter(one -> one.person().value().equals(most))
                .findFirst()
                .orElseThrow();
    }

    private int asked() {
        return village.the(JdbcClient.class)
                .sql("select count(*) from offer f where f.county_id = :county and f.state = 'OPEN'")
                .param("county", village.county.value())
                .query(Integer.class)
                .single();
    }

    private static void told(String what, long since) {
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    private OrderId order(int number) {
        return village.approved(kinds[number % KINDS], wednesday);
    }

    private String board() {
        return "/dispatch/plan?unit=" + village.station.value();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private Page at(Page page, Actor who, String path) {
        people.sits(who, page, address()).navigate(path);
        return page;
    }
}
