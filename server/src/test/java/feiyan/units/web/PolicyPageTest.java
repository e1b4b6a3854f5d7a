package feiyan.units.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.PolicySettings;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.browser.Browser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyPageTest {

    private static final String PASSWORD = "swallow over wheat";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc web;

    @Autowired
    private Policies policies;

    @Autowired
    private MessageSource words;

    @Autowired
    private AppClock clock;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        policies.set(village.county, Policy.STAFF_TOTP, false, null).orThrow();
    }

    /** Whoever adds a setting says in both languages what it is, what it means, and what a change of it does. */
    @Test
    void eachSettingHasItsWords() {
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (var setting : PolicySettings.all()) {
                var key = "policy." + setting.key();
                var group = "policy.group."
                        + setting.key().substring(0, setting.key().indexOf('.'));
                for (var word : List.of(key, key + ".hint", group, group + ".effect")) {
                    assertThat(words.getMessage(word, null, "", locale))
                            .as("%s in %s", word, locale)
                            .isNotBlank();
                }
                if (setting.standard() instanceof Integer) {
                    assertThat(words.getMessage(key + ".is", new Object[] {7}, "", locale))
                            .as("%s.is in %s: the number with its unit", key, locale)
                            .contains("7");
                }
            }
        }
    }

    @Test
    void anAdministratorOfTheCenterReadsChangesAndSeesWhoDidIt() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phone();
            signIn(page);
            page.navigate("/admin");
            looksRight(page, "admin-with-policy");
            page.locator("a[href$='/admin/policy']").click();
            assertThat(page.locator("a.what").count())
                    .isEqualTo(PolicySettings.all().size());
            looksRight(page, "policy");
            page.locator("a[href$='clock.rating_days']").click();
            looksRight(page, "policy-setting");
            page.fill("#value", "99");
            page.locator("main form.card button").click();
            assertThat(page.locator("#value-mistake").innerText())
                    .contains("1 天")
                    .contains("60 天");
            assertThat(page.locator("#value").inputValue()).isEqualTo("99");
            looksRight(page, "policy-mistake");
            page.fill("#value", "14");
            page.locator("main form.card button").click();
            assertThat(page.locator("#notice").innerText()).contains("生效");
            assertThat(page.locator("#changes").innerText()).contains("14 天").contains("Zhang Wei");
            looksRight(page, "policy-changed");
            page.setViewportSize(1440, 900);
            looksRight(page, "policy-changed");
        }
        assertThat(policies.of(village.county).get(Policy.RATING_DAYS)).isEqualTo(14);
    }

    @Test
    void lengthsHoursAndSwitchesAreTypedAsPeopleSayThem() throws Exception {
        typed("clock.urgent", "PT2H", "hours", "1", "minutes", "30");
        typed("calendar.working_hours", "08:30-12:00,13:30-17:30", "value", "09:00–12:00，14：00-18:00", "x", "");
        typed("staff.totp", "off", "value", "on", "x", "");
        var policy = policies.of(village.county);
        assertThat(policy.get(Policy.URGENT)).isEqualTo(Duration.ofMinutes(90));
        assertThat(policy.decided()).containsEntry("calendar.working_hours", "09:00-12:00,14:00-18:00");
        assertThat(policy.get(Policy.STAFF_TOTP)).isTrue();
        policies.set(village.county, Policy.STAFF_TOTP, false, null).orThrow();
        for (var wrong : List.of("-1", "1.5", "abc", "999999999", "25")) {
            web.perform(post("/admin/policy/clock.urgent")
                            .param("seen", "PT1H30M")
                            .param("hours", wrong)
                            .with(csrf())
                            .with(AsActor.of(village.administrator)))
                    .andExpect(status().is(422));
        }
    }

    private void typed(String key, String seen, String field, String value, String other, String rest)
            throws Exception {
        web.perform(post("/admin/policy/" + key)
                        .param("seen", seen)
                        .param(field, value)
                        .param(other, rest)
                        .with(csrf())
                        .with(AsActor.of(village.administrator)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void whatHasAPageOfItsOwnIsDecidedThere() throws Exception {
        var path = "/admin/policy/" + Policy.WEIGHT_WAY.key();
        web.perform(get(path).with(AsActor.of(village.administrator)))
                .andExpect(redirectedUrl("/admin/policy/dispatch"));
        web.perform(post(path)
                        .param("seen", "1300")
                        .param("value", "900")
                        .with(csrf())
                        .with(AsActor.of(village.administrator)))
                .andExpect(redirectedUrl("/admin/policy/dispatch"));
        assertThat(policies.of(village.county).get(Policy.WEIGHT_WAY)).isEqualTo(1_300);
    }

    @Test
    void whoDecidedOnAnOldPageIsToldAndChangesNothing() throws Exception {
        policies.set(village.county, Policy.OUTBOX_DAYS, 40, null).orThrow();
        web.perform(post("/admin/policy/outbox.days")
                        .param("seen", "30")
                        .param("value", "50")
                        .with(csrf())
                        .with(AsActor.of(village.administrator)))
                .andExpect(status().isConflict())
                .andExpect(content().string(matchesPattern("(?s).*name=\"value\"[^>]*value=\"50\".*")))
                .andExpect(content().string(matchesPattern("(?s).*name=\"seen\"[^>]*value=\"40\".*")));
        assertThat(policies.of(village.county).get(Policy.OUTBOX_DAYS)).isEqualTo(40);
    }

    @Test
    void itIsClosedToAllOthersAndAnUnknownSettingIsNotFound() throws Exception {
        var below = village.staff("Station Admin", village.station, Role.ADMINISTRATOR);
        for (var other : List.of(below, village.clerk, village.requester)) {
            for (var path : List.of("/admin/policy", "/admin/policy/clock.urgent")) {
                web.perform(get(path).with(AsActor.of(other))).andExpect(status().isForbidden());
            }
            web.perform(post("/admin/policy/clock.rating_days")
                            .param("seen", "7")
                            .param("value", "3")
                            .with(csrf())
                            .with(AsActor.of(other)))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/admin/policy/clock.nothing").with(AsActor.of(village.administrator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void fromNovemberOnAdministratorsAndLaterDesksAreWarnedOfAYearWithoutHolidays() {
        assertThat(warned("2026-10-31T02:00:00Z", "/admin")).isFalse();
        assertThat(warned("2026-11-01T02:00:00Z", "/admin")).isTrue();
        assertThat(warned("2026-11-01T02:00:00Z", "/inbox")).isFalse();
        assertThat(warned("2026-12-30T02:00:00Z", "/inbox")).isTrue();
    }

    private boolean warned(String now, String path) {
        var reader = path.equals("/admin") ? village.administrator : village.clerk;
        return clock.at(Instant.parse(now), () -> says(path, reader));
    }

    private boolean says(String path, Actor reader) {
        try {
            var answer = web.perform(get(path).with(AsActor.of(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("</main>")))
                    .andReturn();
            return answer.getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .contains("2027 年的放假安排还没录");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void staffAreHeldToNetworksByAListThatKeepsItsWriterIn() throws Exception {
        var path = "/admin/policy/staff.networks";
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phone();
            signIn(page);
            page.navigate(path);
            assertThat(page.locator("#value-hint").innerText()).contains("127.0.0.1");
            looksRight(page, "policy-networks");
            page.fill("#value", "10.20.0.0/16, office");
            page.locator("main form.card button").click();
            assertThat(page.locator("#value-mistake").innerText()).contains("10.20.0.0/16");
            page.fill("#value", "10.20.0.0/16");
            page.locator("main form.card button").click();
            assertThat(page.locator("#value-mistake").innerText()).contains("127.0.0.1");
            assertThat(page.locator("#value").inputValue()).isEqualTo("10.20.0.0/16");
            looksRight(page, "policy-networks-mistake");
            page.fill("#value", "10.20.0.0/16， 127.0.0.1");
            page.locator("main form.card button").click();
            assertThat(page.locator("#changes").innerText()).contains("10.20.0.0/16, 127.0.0.1/32");
        }
        assertThat(policies.of(village.county).get(Policy.STAFF_NETWORKS).write())
                .isEqualTo("10.20.0.0/16,127.0.0.1/32");
        web.perform(post(path)
                        .param("seen", "10.20.0.0/16,127.0.0.1/32")
                        .param("value", "")
                        .with(csrf())
                        .with(AsActor.of(village.administrator)))
                .andExpect(status().is3xxRedirection());
        assertThat(policies.of(village.county).get(Policy.STAFF_NETWORKS).isEmpty())
                .isTrue();
    }

    private void signIn(Page page) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(village.administrator.person()));
        var account = Objects.requireNonNull(opened.get(village.administrator.person()));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        var person = village.administrator.person();
        var phone = village.the(Persons.class).phone(village.county, person, person, null);
        page.navigate("/staff/sign-in?next=/admin");
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.waitForURL("**/admin");
    }
}
