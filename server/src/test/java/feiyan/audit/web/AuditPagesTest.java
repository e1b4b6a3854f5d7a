package feiyan.audit.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.audit.AuditSealer;
import feiyan.canary.WithoutTwin;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.SensitiveViews;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.browser.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.FileSystemUtils;

/** The auditor's way and the administrator's, on a phone and at a desk. */
@WithoutTwin("a new key stands in every county's audit")
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=false", "feiyan.keys=target/pages-keys"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPagesTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final String FORMULA = "=HYPERLINK(\"http://evil\")";

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/pages-keys").toFile());
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc web;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private Policies policies;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor auditor;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        auditor = village.staff("Qian Wei", village.center, Role.AUDITOR);
        policies.set(village.county, Policy.STAFF_TOTP, false, null).orThrow();
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        views.record(
                village.county,
                village.clerk.person().value(),
                "service_order",
                order.value(),
                Set.of("address", "phone"),
                FORMULA);
        for (int i = 0; i < 60; i++) {
            views.record(
                    village.county, village.clerk.person().value(), "person", Ids.next(), Set.of("phone"), "call_back");
        }
        sealer.sealAll(village.county);
        sealer.sealAll(village.county);
    }

    @Test
    void anAuditorFindsWhoSawWhatVerifiesTheChainAndLooksIntoAnAlarm() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phone();
            signIn(page, auditor, "/audit");
            looksRight(page, "audit");
            page.fill("#viewer", "Li Na");
            page.fill("#whose", "139");
            page.fill("#whose", "");
            page.locator("main form.card button").click();
            assertThat(page.url()).contains("actor=").doesNotContain("Li");
            assertThat(page.locator("#found").innerText())
                    .contains("Li Na")
                    .contains("电话")
                    .doesNotContain("13800000000");
            looksRight(page, "audit-found");
            page.locator("#found .more a").click();
            assertThat(page.url()).contains("before=");
            page.navigate("/audit?from=2026-13-40");
            assertThat(page.locator("#from-mistake").innerText()).contains("日期");
            page.navigate("/audit");
            page.locator("a[href$='/audit/chain']").click();
            page.locator("form[action$='/verification'] button").click();
            assertThat(page.locator("main").innerText()).contains("记录完整");
            looksRight(page, "audit-chain");
            page.fill("#number", "1");
            page.fill("#code", "00000-00000-00000-00000");
            page.locator("form[action$='/comparison'] button").click();
            assertThat(page.locator("main").innerText()).contains("不一样");
            looksIntoTheAlarm(page);
            page.setViewportSize(1440, 900);
            page.navigate("/audit");
            looksRight(page, "audit");
            page.navigate("/audit/chain");
            looksRight(page, "audit-chain");
            page.navigate("/?lang=en");
            page.navigate("/audit?kind=view");
            looksRight(page, "audit-english");
        }
    }

    private static void looksIntoTheAlarm(Page page) {
        page.navigate("/audit/alarms");
        looksRight(page, "audit-alarms");
        page.locator("article form button").first().click();
        assertThat(page.locator(".mistake").first().innerText()).contains("请选");
        page.locator("article input[value=IN_ORDER]").first().check();
        page.locator("article textarea").first().fill("普查电话，已核对");
        page.locator("article form button").first().click();
        assertThat(page.locator("#notice").innerText()).contains("已保存");
        assertThat(page.locator("main").innerText()).contains("普查电话");
        looksRight(page, "audit-alarms-settled");
    }

    @Test
    void anAdministratorTriesRetentionHoldsAnOrderAndChangesTheKey() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var page = browser.phone();
            signIn(page, village.administrator, "/admin");
            looksRight(page, "admin-with-keys");
            page.locator("a[href$='/admin/retention']").click();
            looksRight(page, "retention");
            page.fill("#notices-days", "400");
            page.locator("main form button").first().click();
            assertThat(page.locator("main").innerText()).contains("试算");
            assertThat(page.locator("#notices-days").inputValue()).isEqualTo("400");
            assertThat(policies.of(village.county).get(Policy.KEEP_NOTICES)).isEqualTo(365);
            page.fill("#number", "no such order");
            page.locator("form[action$='/holds'] button").click();
            assertThat(page.locator("main").innerText()).contains("没有这个编号");
            page.navigate("/admin/keys");
            looksRight(page, "keys");
            page.locator("details.confirm summary").click();
            page.locator("details.confirm button").click();
            assertThat(page.locator("#notice").innerText()).contains("备份");
            assertThat(page.locator("main").innerText()).contains("项没换").doesNotContain("person.phone_sealed");
            page.locator("details.fold summary").click();
            assertThat(page.locator("main table").innerText()).contains("person.phone_sealed");
            looksRight(page, "keys-changing");
            page.locator(".item form button").click();
            assertThat(page.locator("main").innerText()).contains("启用不到");
            page.setViewportSize(1440, 900);
            page.navigate("/admin/keys");
            looksRight(page, "keys-changing");
            page.navigate("/admin/retention");
            looksRight(page, "retention");
        }
    }

    @Test
    void theReasonThatIsLookedForGoesOnSealedForItsAuditorAlone() throws Exception {
        var next = Objects.requireNonNull(web.perform(
                        post("/audit").param("reason", "call_b").with(csrf()).with(AsActor.of(auditor)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(next).contains("reason=").doesNotContain("call");
        assertThat(found(next, auditor)).contains("value=\"call_b\"").doesNotContain("HYPERLINK");
        assertThat(searched("回访")).as("what stands on the page").contains("回访", "Li Na");
        assertThat(searched("回答")).doesNotContain("Li Na");
        var another = village.staff("Sun Ping", village.center, Role.AUDITOR);
        assertThat(found(next, another)).doesNotContain("call_b\"");
    }

    private String searched(String reason) throws Exception {
        var next = Objects.requireNonNull(
                web.perform(post("/audit").param("reason", reason).with(csrf()).with(AsActor.of(auditor)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        return found(next, auditor);
    }

    private String found(String address, Actor who) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(AsActor.of(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theFileHasNoFormula() throws Exception {
        var file = web.perform(post("/audit/exports")
                        .param("actor", village.clerk.person().value().toString())
                        .with(csrf())
                        .with(AsActor.of(auditor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").doesNotContain(",\"=");
        assertThat(file.lines().count()).isEqualTo(62);
        for (var evil : List.of("+1", "-1", "@x", "\tx", "＝1")) {
            assertThat(AuditCsv.row(java.util.stream.Stream.of(evil))).isEqualTo("\"'" + evil + "\"\r\n");
        }
    }

    @Test
    void eachPageIsForWhomItIs() throws Exception {
        for (var path : List.of("/audit", "/audit/chain", "/audit/alarms", "/audit/chain/days.csv")) {
            for (var other : List.of(village.administrator, village.clerk, village.requester)) {
                web.perform(get(path).with(AsActor.of(other))).andExpect(status().isForbidden());
            }
        }
        for (var path : List.of("/admin/retention", "/admin/keys")) {
            for (var other : List.of(auditor, village.clerk, village.requester)) {
                web.perform(get(path).with(AsActor.of(other))).andExpect(status().isForbidden());
            }
        }
        for (var path : List.of("/admin/keys", "/admin/retention/holds")) {
            web.perform(post(path).with(csrf()).with(AsActor.of(auditor))).andExpect(status().isForbidden());
        }
        for (var path : List.of("/admin/keys", "/admin/keys/00000000/retirement")) {
            var elsewhere = Village.in(house).administrator;
            web.perform(get("/admin/keys").with(AsActor.of(elsewhere))).andExpect(status().isOk());
            web.perform(post(path).with(csrf()).with(AsActor.of(elsewhere))).andExpect(status().isForbidden());
        }
        for (var path : List.of("/audit/chain/verification", "/audit/exports", "/audit")) {
            web.perform(post(path).with(csrf()).with(AsActor.of(village.administrator)))
                    .andExpect(status().isForbidden());
        }
    }

    private void signIn(Page page, Actor who, String next) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(who.person()));
        var account = Objects.requireNonNull(opened.get(who.person()));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        var phone = village.the(Persons.class).phone(village.county, who.person(), who.person(), null);
        page.navigate("/staff/sign-in?next=" + next);
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.waitForURL("**" + next);
    }
}
