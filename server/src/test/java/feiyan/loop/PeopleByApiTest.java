package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.AtOnce;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Volunteers, teams and messages by machines. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleByApiTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    private Machines m;

    @BeforeAll
    void aVillage() {
        m = new Machines(house, web);
    }

    @Test
    void somebodyRegistersChangesTheProfileAndHasACertificateChecked() {
        var person = Actor.withoutPosts(m.village.county, m.village.person("Feng Xia"));
        var self = m.client(person);
        assertThat(self.get(API + "/volunteer")).hasStatus(404);
        refused(self.post(API + "/volunteer/profile", profile("2")), 403, "volunteer.not_yours");
        assertThat(ApiClient.fields(self.post(API + "/volunteer", "{}")))
                .contains("skills", "free", "hours", "kilometres", "station", "born");
        var joining = profile("2").replace("{", "{\"born\":\"1990-05-01\",");
        refused(self.post(API + "/volunteer", joining.replace("1990", "2020")), 409, "volunteer.too_young");
        made(self.post(API + "/volunteer", joining));
        refused(self.post(API + "/volunteer", joining), 409, "volunteer.registered_already");
        read(self.post(API + "/volunteer/profile", profile("3")));
        assertThat(read(self.get(API + "/volunteer")).path("weeklyMinutes").asInt())
                .isEqualTo(180);

        var claim = "{\"kind\":\"first aid\",\"until\":\"2031-01-01\"}";
        var certificate = made(self.post(API + "/volunteer/certificates", claim))
                .path("certificate")
                .asString();
        var check = API + "/volunteers/" + person.person().value() + "/certificates/" + certificate + "/check";
        refused(self.post(check, null), 403);
        read(m.desk.post(check, null));
        var card = read(m.desk.get(API + "/volunteers/" + person.person().value()));
        assertThat(card.path("certificates").get(0).path("checked").asBoolean()).isTrue();
        assertThat(card.toString()).doesNotContain("phone", "address");
    }

    private String profile(String hours) {
        return "{\"skills\":[\"barber\"],\"free\":[\"WEEKENDS\"],\"hours\":%s,\"kilometres\":5,\"station\":\"%s\"}"
                .formatted(hours, m.village.station.value());
    }

    @Test
    void ofManyRegistrationsAtOnceOneStands() {
        var self = m.client(Actor.withoutPosts(m.village.county, m.village.person("Lu Han")));
        var joining = profile("2").replace("{", "{\"born\":\"1990-05-01\",");
        Supplier<Outcome<MvcTestResult>> attempt = () -> Outcome.done(self.post(API + "/volunteer", joining));
        var answers = AtOnce.done(AtOnce.all(Collections.nCopies(4, attempt)));
        assertThat(answers.stream().map(answer -> answer.getResponse().getStatus()))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void aTeamIsFoundedLedAndLeft() {
        var leader = m.village.volunteer("Sun Lei");
        var member = m.village.volunteer("Zhao Min");
        var numbers = read(m.desk.get(API + "/volunteers?words=Sun"))
                .path("items")
                .get(0)
                .path("number")
                .asString();
        var body = "{\"unit\":\"%s\",\"name\":\"Swallows\",\"kind\":\"MASS\",\"leader\":\"%s\"}"
                .formatted(m.village.station.value(), numbers);
        assertThat(ApiClient.fields(m.desk.post(API + "/teams", body.replace(numbers, "0"))))
                .containsExactly("leader");
        var team = made(m.desk.post(API + "/teams", body)).path("team").asString();
        var path = API + "/teams/" + team;
        var one = "{\"member\":\"%s\"}".formatted(member.person().value());
        assertThat(m.client(member).get(path)).hasStatus(404);
        refused(m.desk.post(path + "/leader", one), 409, "team.no_member");
        read(m.desk.post(path + "/members", one));
        assertThat(read(m.client(member).get(path)).path("size").asInt()).isEqualTo(2);
        assertThat(read(m.client(member).get(path + "/members?limit=1"))
                        .path("next")
                        .asString())
                .isNotEmpty();
        refused(m.client(member).post(path + "/members", one), 403, "scope");
        read(m.desk.post(path + "/leader", one));
        refused(m.client(member).post(path + "/leaving", one), 409, "team.leader_stays");
        read(m.client(leader)
                .post(
                        path + "/leaving",
                        "{\"member\":\"%s\"}".formatted(leader.person().value())));
        assertThat(read(m.desk.get(API + "/teams?limit=1")).path("items")).hasSize(1);
        refused(m.client(member).get(API + "/teams"), 403, "scope");
    }

    @Test
    void everybodyReadsTheirOwnMessagesAndChoosesTheWay() {
        var own = m.client(m.village.requester);
        assertThat(read(own.get(API + "/messages/unread")).path("unread").asInt())
                .isNotNegative();
        assertThat(own.get(API + "/messages?limit=5")).hasStatus(200);
        var message = UUID.randomUUID();
        refused(own.post(API + "/messages/" + message + "/reading", null), 409, "notice.gone");
        read(own.post(API + "/messages/reading", "{\"upTo\":\"%s\"}".formatted(message)));
        var ways = read(own.get(API + "/messages/choices"));
        assertThat(Set.copyOf(ways.path("ways").propertyNames())).containsExactlyInAnyOrder("NEEDS", "NEEDS_PROGRESS");
        var some = "{\"language\":\"en\",\"ways\":{\"NEEDS\":\"TEXT\"}}";
        assertThat(ApiClient.fields(own.post(API + "/messages/choices", some))).containsExactly("needs_progress");
        var all = some.replace("}}", ",\"NEEDS_PROGRESS\":\"DIGEST\"}}");
        assertThat(read(own.post(API + "/messages/choices", all))
                        .path("language")
                        .asString())
                .isEqualTo("en");
        refused(own.get(API + "/admin/outbox"), 403);
        assertThat(read(m.center.get(API + "/admin/outbox")).path("rows")).isEmpty();
        assertThat(read(m.center.post(API + "/admin/outbox/attempts", null))
                        .path("tried")
                        .asInt())
                .isZero();
    }
}
