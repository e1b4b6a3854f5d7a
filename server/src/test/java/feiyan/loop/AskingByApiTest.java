package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.id;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.offers;
import static feiyan.loop.Machines.orders;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Asking and answering by machines alone; each refusal is a problem with its code. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingByApiTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    AppClock clock;

    private Machines m;

    @BeforeAll
    void aVillage() {
        m = new Machines(house, web);
    }

    @Test
    void aVolunteerSaysNoAndTheNextIsAsked() {
        var first = m.village.volunteer("Qian Yu");
        var second = m.village.volunteer("He Jing");
        var order = m.approved(1, 40);
        var body = "{\"from\":\"%s\",\"how\":\"IN_TURN\",\"invitees\":[{\"volunteer\":\"%s\"},{\"volunteer\":\"%s\"}]}"
                .formatted(m.wednesday, id(first), id(second));
        refused(m.desk.post(orders(order, "offers"), body), 428, "no_version");
        refused(m.desk.post(orders(order, "offers"), m.version(order) + 1, body), 412, "order.moved_on");
        var made = made(m.desk.post(orders(order, "offers"), m.version(order), body));
        assertThat(made.path("waiting").asInt()).isEqualTo(1);
        var offer = made.path("offers").get(0).asString();
        refused(m.client(second).post(offers(offer, "refusal"), null), 403, "offer.not_yours");
        var no = read(m.client(first).post(offers(offer, "refusal"), "{\"reason\":\"TOO_FAR\"}"));
        assertThat(no.path("state").asString()).isEqualTo("DECLINED");
        refused(m.client(first).post(offers(offer, "acceptance"), null), 409, "offer.not_now");
        var list = read(m.desk.get(orders(order, "offers")));
        assertThat(list.path("asked").get(0).path("name").asString()).isEqualTo("He Jing");
        assertThat(list.path("said").get(0).path("state").asString()).isEqualTo("DECLINED");

        refused(
                m.desk.post(orders(order, "fresh-start"), list.path("version").asInt() - 1, null),
                412,
                "order.moved_on");
        var anew = read(
                m.desk.post(orders(order, "fresh-start"), list.path("version").asInt(), null));
        assertThat(anew.path("state").asString()).isEqualTo("APPROVED");
        assertThat(read(m.client(second).get(API + "/team-offers")).path("asked"))
                .isEmpty();
    }

    @Test
    void anOfferIsTakenBackAndTheOrderGoesAheadWithFewer() {
        var yes = m.village.volunteer("Wu Fang");
        var silent = m.village.volunteer("Zheng Hao");
        var order = m.approved(3, 60);
        var made = made(m.desk.post(
                orders(order, "offers"),
                m.version(order),
                "{\"from\":\"%s\",\"invitees\":[{\"volunteer\":\"%s\"},{\"volunteer\":\"%s\"}]}"
                        .formatted(m.wednesday, id(yes), id(silent))));
        refused(m.desk.post(orders(order, "go-ahead"), m.version(order), null), 409, "order.nobody_yet");
        read(m.client(yes).post(offers(made.path("offers").get(0).asString(), "acceptance"), null));
        read(m.desk.post(offers(made.path("offers").get(1).asString(), "withdrawal"), null));
        read(m.desk.post(orders(order, "waiting-withdrawal"), null));
        var going = read(m.desk.post(orders(order, "go-ahead"), m.version(order), null));
        assertThat(going.path("state").asString()).isEqualTo("ACCEPTED");

        refused(m.household.post(orders(order, "no-show"), m.version(order), null), 409, "order.not_yet_time");
        clock.at(m.after(20), () -> {
            var missed = read(m.household.post(orders(order, "no-show"), m.version(order), null));
            assertThat(missed.path("state").asString()).isEqualTo("APPROVED");
        });
    }

    @Test
    void aMachineAsksAsNeededTakesABreakAndLearnsFromANo() {
        var first = m.village.volunteer("Qian Yu");
        var second = m.village.volunteer("He Jing");
        var resting = m.village.volunteer("Shen Lan");
        var order = m.approved(1, 40);
        var pause = API + "/volunteer/pause";
        assertThat(read(m.client(resting).post(pause, null)).path("until").asString())
                .isNotEmpty();
        refused(m.client(resting).post(pause, "{\"until\":\"2020-01-01\"}"), 409, "volunteer.pause_past");
        refused(m.household.post(pause, null), 403, "volunteer.not_yours");
        var body =
                "{\"from\":\"%s\",\"how\":\"AS_NEEDED\",\"invitees\":[{\"volunteer\":\"%s\"},{\"volunteer\":\"%s\"}]}";
        refused(
                m.desk.post(
                        orders(order, "offers"), m.version(order), body.formatted(m.wednesday, id(first), id(resting))),
                409,
                "offer.paused");
        read(m.client(resting).post(API + "/volunteer/comeback", null));
        assertThat(read(m.client(resting).get(pause)).has("until")).isFalse();

        var made = made(m.desk.post(
                orders(order, "offers"), m.version(order), body.formatted(m.wednesday, id(first), id(second))));
        assertThat(made.path("offers").size() + made.path("waiting").asInt()).isEqualTo(2);
        assertThat(read(m.desk.get(orders(order, "offers"))).path("version").asInt())
                .isEqualTo(m.version(order));

        var offer = made.path("offers").get(0).asString();
        var asked = m.client(first);
        refused(asked.post(offers(offer, "change"), null), 409, "change.none");
        read(asked.post(offers(offer, "refusal"), "{\"reason\":\"NOT_MY_SKILL\"}"));
        var change = read(asked.get(offers(offer, "change")));
        assertThat(change.path("kind").asString()).isEqualTo("WITHOUT_SKILL");
        assertThat(change.path("last").asBoolean()).isTrue();
        assertThat(read(asked.post(offers(offer, "change"), null)).path("taken").asBoolean())
                .isTrue();
        assertThat(read(asked.get(API + "/volunteer")).path("skills")).isEmpty();
        read(asked.post(offers(offer, "change/withdrawal"), null));
        assertThat(read(asked.get(API + "/volunteer")).path("skills")).isNotEmpty();
    }

    @Test
    void aCommandThatComesTwiceHappensOnce() {
        var serving = m.village.volunteer("Zhu Ming");
        var order = m.approved(1, 40);
        var path = orders(order, "offers");
        var body = m.offers("volunteer", serving.person().value());
        var key = UUID.randomUUID().toString();
        int seen = m.version(order);
        var first = m.desk.write(HttpMethod.POST, path, body, key, seen);
        var again = m.desk.write(HttpMethod.POST, path, body, key, seen);
        assertThat(first).hasStatus(201);
        assertThat(ApiClient.body(again)).isEqualTo(ApiClient.body(first));
        assertThat(read(m.desk.get(path)).path("asked")).hasSize(1);
    }

    @Test
    void theBoardIsForTheDeskAlone() {
        assertThat(m.desk.get(API + "/overdue")).hasStatus(200);
        refused(m.household.get(API + "/overdue"), 403, "scope");
        var auditor = m.client(m.village.staff("Sun Ya", m.village.station, Role.AUDITOR));
        refused(auditor.get(API + "/overdue"), 404, "unknown");
        refused(auditor.get(orders(m.approved(1, 40), "roll")), 404, "unknown");
    }

    @Test
    void whatCannotBeAskedIsToldByItsField() {
        var order = m.approved(1, 40);
        var nobody = m.desk.post(orders(order, "offers"), m.version(order), "{\"invitees\":[]}");
        assertThat(ApiClient.fields(nobody)).containsExactly("from", "invitees");
        var both = m.desk.post(
                orders(order, "offers"),
                m.version(order),
                "{\"from\":\"%s\",\"invitees\":[{\"team\":\"%s\",\"volunteer\":\"%<s\"}]}"
                        .formatted(m.wednesday, UUID.randomUUID()));
        assertThat(ApiClient.fields(both)).containsExactly("invitees");
        var someday = m.desk.get(orders(order, "candidates?from=+999999-01-01T00:00:00Z"));
        assertThat(someday).hasStatus(422);
    }
}
