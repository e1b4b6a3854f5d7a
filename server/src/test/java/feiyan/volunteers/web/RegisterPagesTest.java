package feiyan.volunteers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.Purpose;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitChanges;
import feiyan.units.Units;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import feiyan.volunteers.Volunteers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_CLASS)
class RegisterPagesTest {

    private static final Pattern NAVIGATION = Pattern.compile("<nav class=\"nav\".*?</nav>", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("<a href=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    private Village village;
    private Actor sister;
    private Actor leader;
    private Actor member;
    private TeamId team;

    @BeforeAll
    void twoStationsAndATeamAtOne() {
        village = Village.in(house);
        village.project(1, 40);
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        var other = village.the(UnitChanges.class)
                .open(village.administrator, institute.id(), NewUnit.named("Wangjia"))
                .orThrow();
        sister = village.staff("Xu", other, Role.CLERK);
        village.the(UnitChanges.class)
                .setPhone(village.administrator, village.center, "05396221234")
                .orThrow();
        leader = village.volunteer("Sun Lei");
        member = village.volunteer("Zhao Min");
        team = village.team(leader, member);
    }

    @Test
    void theRegisterAndTheTeamsAreForTheStaffOfTheUnit() {
        var pages = List.of("/volunteers", "/teams", "/teams/new");
        for (var page : pages) {
            assertThat(get(page, village.clerk)).as(page).hasStatusOk();
            assertThat(get(page, sister)).as(page).hasStatusOk().bodyText().doesNotContain("Sun Lei", "Swallows");
            assertThat(get(page, village.requester)).as(page).hasStatus(404);
            assertThat(get(page, leader)).as(page).hasStatus(404);
        }
    }

    @Test
    void anAuditorWhoMayNotLookAtTheTeamsIsNotShownTheWayToThem() {
        var auditor = village.staff("Qin", village.center, Role.AUDITOR);
        assertThat(get("/teams", auditor)).hasStatus(404);
        assertThat(entries(auditor)).contains("/audit").doesNotContain("/teams", "/volunteer");
        assertThat(entries(village.clerk)).contains("/teams");
        assertThat(entries(village.administrator)).contains("/teams");
    }

    @Test
    void aSistersClerkFindsNeitherTeamNorVolunteer() {
        for (var stranger : List.of(sister, village.requester)) {
            assertThat(get(team(), stranger)).hasStatus(404);
            assertThat(get(card(leader), stranger)).hasStatus(404);
            assertThat(post(team() + "/members", stranger, member)).hasStatus(404);
            assertThat(post(team() + "/leader", stranger, member)).hasStatus(404);
            assertThat(post(team() + "/leaving", stranger, member)).hasStatus(404);
        }
    }

    @Test
    void aLeaderLooksAtTheTeamAndAsksTheUnitToChangeIt() {
        assertThat(get(team(), leader))
                .hasStatusOk()
                .bodyText()
                .contains("Zhao Min")
                .doesNotContain("/members");
        assertThat(post(team() + "/members", leader, sister)).hasStatus(404);
    }

    @Test
    void staffTakeInOnlyTheirOwnVolunteersAndAMemberMayLeave() {
        var fresh = village.volunteer("Qian");
        assertThat(post(team() + "/members", village.clerk, sister)).hasStatus(409);
        assertThat(post(team() + "/leader", village.clerk, fresh)).hasStatus(409);
        assertThat(post(team() + "/members", village.clerk, fresh)).hasRedirectedUrl(team());
        assertThat(get(team(), fresh)).hasStatusOk();
        assertThat(post(team() + "/leaving", fresh, fresh)).hasRedirectedUrl("/volunteer");
        assertThat(get(team(), fresh)).hasStatus(404);
        assertThat(village.the(Teams.class).members(village.county, team)).hasSize(2);
    }

    @Test
    void aCertificateIsCheckedByTheStaffOfTheUnit() {
        var nurse = village.volunteer("Feng");
        var certificates = village.the(Qualifications.class);
        var id = certificates.claim(nurse, nurse.person(), "nurse", null).orThrow();
        var check = card(nurse) + "/certificates/" + id + "/check";
        assertThat(post(check, sister, nurse)).hasStatus(404);
        assertThat(post(check, village.clerk, nurse)).hasRedirectedUrl(card(nurse));
        assertThat(certificates.of(village.county, nurse.person()).getFirst().checkedBy())
                .isEqualTo(village.clerk.person());
    }

    @Test
    void aMinorNeedsAGuardianAndAChildIsTooYoung() {
        var minor = Actor.withoutPosts(village.county, village.person("Xiaoming"));
        assertThat(join(minor, "2010-01-01", false)).hasStatus(422).bodyText().contains("guardian-mistake");
        assertThat(join(minor, "2020-01-01", true)).hasStatus(422).bodyText().contains("born-mistake");
        assertThat(join(minor, "", true)).hasStatus(422).bodyText().contains("born-mistake");
        assertThat(join(minor, "2010-01-01", true))
                .as("ticked by the minor alone")
                .hasStatus(422)
                .bodyText()
                .contains("guardian-mistake");
        village.the(Consents.class)
                .give(village.county, minor.person(), Purpose.GUARDIAN, How.PAPER, village.clerk.person(), "Mother")
                .orThrow();
        assertThat(join(minor, "2010-01-01", true)).hasRedirectedUrl("/volunteer");
        assertThat(get("/volunteer", minor)).hasStatusOk().bodyText().contains("/volunteer/profile");
    }

    @Test
    void theProfileIsTheVolunteersToChange() {
        var self = village.volunteer("Wu");
        assertThat(filled("/volunteer/profile", self, "x").exchange()).hasStatus(422);
        assertThat(filled("/volunteer/profile", self, "3").exchange()).hasRedirectedUrl("/volunteer");
        var changed = village.the(Volunteers.class)
                .find(village.county, self.person())
                .orElseThrow();
        assertThat(changed.weeklyLimitMinutes()).isEqualTo(180);
        assertThat(changed.freeHours().count()).isEqualTo(5 * 4);
    }

    @Test
    void aPhoneShowsEverybodyAtMostFiveEntries() {
        var both = village.staff("Zhou", village.center, Role.ADMINISTRATOR);
        assertThat(entries(village.requester))
                .containsExactly("/", "/orders/new", "/orders", "/volunteer", "tel:05396221234");
        assertThat(entries(member)).containsExactly("/", "/orders/new", "/orders", "/my-day", "/open-seats");
        assertThat(entries(leader)).containsExactly("/", "/orders", "/my-day", "/open-seats", "/team-offers");
        assertThat(entries(village.clerk)).containsExactly("/inbox", "/teams");
        assertThat(entries(both)).containsExactly("/", "/teams", "/admin");
    }

    @Test
    void whoWorksAndServesReachesBoth() {
        var both = village.staff("Zheng", village.center, Role.ADMINISTRATOR);
        village.the(Staff.class)
                .give(village.administrator, both.person(), new Post(village.center, Role.CLERK))
                .orThrow();
        village.the(Volunteers.class)
                .enrol(both, village.enrolment(both.person(), Village.ALWAYS, 600))
                .orThrow();
        village.team(both);
        assertThat(entries(both)).containsExactly("/inbox", "/my-day", "/team-offers", "/teams", "/admin");
    }

    private List<String> entries(Actor actor) {
        var page = get("/messages", actor);
        assertThat(page).hasStatusOk();
        var navigation = NAVIGATION.matcher(body(page));
        assertThat(navigation.find()).isTrue();
        return ENTRY.matcher(navigation.group())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String team() {
        return "/teams/" + team.value();
    }

    private static String card(Actor volunteer) {
        return "/volunteers/" + volunteer.person().value();
    }

    private MvcTestResult get(String path, Actor actor) {
        return web.get().uri(path).with(AsActor.of(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Actor who) {
        return web.post()
                .uri(path)
                .param("member", who.person().value().toString())
                .with(AsActor.of(actor))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult join(Actor actor, String born, boolean guardian) {
        var form = filled("/volunteer", actor, "10").param("born", born);
        return guardian ? form.param("guardian", "true").exchange() : form.exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder filled(String path, Actor actor, String hours) {
        return web.post()
                .uri(path)
                .param("skills", Village.SKILL)
                .param("free", "WEEKDAY_MORNINGS")
                .param("hours", hours)
                .param("kilometres", "5")
                .param("station", village.station.value().toString())
                .with(AsActor.of(actor))
                .with(csrf());
    }
}
