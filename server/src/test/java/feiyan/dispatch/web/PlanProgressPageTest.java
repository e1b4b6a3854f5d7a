package feiyan.dispatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.plan.PlanNews;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open board while a plan is made, by somebody who takes their time about it. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ByCookie.class)
class PlanProgressPageTest {

    private static final String WHOLE = "/dispatch/plan/board";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ByCookie people;

    @Autowired
    private PlanNews news;

    @Autowired
    private JdbcClient db;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Browser browser;
    private Village village;
    private UUID plan;

    @BeforeEach
    void aPlanIsMade() {
        var address = "http://localhost:" + port;
        browser = Browser.at(address);
        village = Village.in(house);
        plan = Ids.next();
        db.sql("""
                insert into dispatch_plan (county_id, id, unit_id, version, state, phase, asked_by, asked_at, seed)
                values (:county, :id, :unit, 1, 'MAKING', 'READING', :by, now(), 1)
                """)
                .param("county", village.county.value())
                .param("id", plan)
                .param("unit", village.station.value())
                .param("by", village.clerk.person().value())
                .update();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void onlyHowFarItIsComesAnewAndTheWholeBoardOnceItIsOver() {
        var desk = browser.desk();
        desk.onRequest(request -> asked.add(request.url()));
        people.sits(village.clerk, desk, "http://localhost:" + port);
        desk.navigate("/dispatch/plan?unit=" + village.station.value());
        assertThat(desk.locator(".making progress")).hasAttribute("value", "1");
        desk.locator(".making button").focus();

        now("phase = 'WRITING'");
        assertThat(desk.locator(".making progress")).hasAttribute("value", "3");
        assertThat(wholes()).isZero();
        assertThat(desk.evaluate("document.activeElement.closest('.making') !== null"))
                .isEqualTo(true);

        now("state = 'FAILED'");
        assertThat(desk.locator("#make")).isVisible();
        assertThat(desk.locator(".making progress")).hasCount(0);
        assertThat(wholes()).isEqualTo(1);
    }

    private long wholes() {
        return asked.stream().filter(url -> url.contains(WHOLE)).count();
    }

    private void now(String change) {
        db.sql("update dispatch_plan set " + change + " where county_id = :county and id = :id")
                .param("county", village.county.value())
                .param("id", plan)
                .update();
        news.changed(village.county);
    }
}
