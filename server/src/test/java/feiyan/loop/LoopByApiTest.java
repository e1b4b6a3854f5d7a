package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.arrival;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.offers;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static feiyan.loop.Machines.seats;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** One need from its words to its rating, by four tokens and no page. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopByApiTest {

    private static final String DOOR = "No. 3, by the well";

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
    void oneNeedFromItsWordsToItsRating() {
        var zhao = m.village.volunteer("Zhao Min");
        var volunteer = m.client(zhao);
        var order = UUID.randomUUID().toString();
        var path = API + "/orders/" + order;
        assertThat(state(made(m.household.post(API + "/orders", need(order))))).isEqualTo("SUBMITTED");
        assertThat(state(read(m.desk.post(path + "/approval", 1, null)))).isEqualTo("APPROVED");
        var body = "{\"from\":\"%s\",\"invitees\":[{\"volunteer\":\"%s\"}]}".formatted(m.wednesday, Machines.id(zhao));
        refused(m.desk.post(path + "/offers", 1, body), 412, "order.moved_on");
        refusedAfterTheFirstStep(path, body);
        var offer = made(m.desk.post(path + "/offers", 2, body))
                .path("offers")
                .get(0)
                .asString();
        var asked = volunteer.get(API + "/team-offers");
        assertThat(ApiClient.body(asked)).contains(offer).doesNotContain(DOOR, "Wang Xiulan");
        assertThat(ApiClient.body(volunteer.get(path))).doesNotContain(DOOR, "Wang Xiulan");
        read(volunteer.post(offers(offer, "acceptance"), null));
        served(path, m.seatOf(zhao), volunteer);
        int served = read(m.household.get(path)).path("version").asInt();
        assertThat(state(read(m.household.post(path + "/rating", served, rating()))))
                .isEqualTo("CLOSED");
        refused(m.household.post(path + "/rating", served, rating()), 412, "order.moved_on");
    }

    /** The order was moved by then; that is taken back, and the refusal is kept under its key. */
    private void refusedAfterTheFirstStep(String path, String body) {
        var late = body.replace(m.wednesday.toString(), m.after(72 * 60).toString());
        for (int time = 0; time < 2; time++) {
            var answer = m.desk.write(HttpMethod.POST, path + "/offers", late, "too-late", 2);
            refused(answer, 409, "offer.outside_window");
            assertThat(answer.getResponse().getHeader("Idempotency-Replayed")).isEqualTo(time == 0 ? null : "true");
        }
        assertThat(state(read(m.desk.get(path)))).isEqualTo("APPROVED");
    }

    private void served(String path, String seat, ApiClient volunteer) {
        var code = read(m.household.get(path + "/check-in-code")).path("code").asString();
        clock.at(m.wednesday, () -> {
            assertThat(state(read(volunteer.post(seats(seat, "check-in"), arrival(code)))))
                    .isEqualTo("PRESENT");
            assertThat(state(read(m.desk.get(path)))).isEqualTo("IN_SERVICE");
        });
        clock.at(m.after(40), () -> {
            var gone = read(volunteer.post(seats(seat, "check-out"), null));
            assertThat(gone.path("minutes").asInt()).isEqualTo(40);
            assertThat(state(read(m.desk.get(path)))).isEqualTo("SERVED");
        });
    }

    private static String state(JsonNode view) {
        return view.path("state").asString("");
    }

    private static String rating() {
        return "{\"solved\":true,\"timeliness\":5,\"attitude\":5,\"quality\":4,\"words\":\"Thank you\"}";
    }

    private String need(String id) {
        return """
                {"id":"%s","need":"Her hair has grown long","project":"%s","station":"%s","address":"%s",
                 "recipient":"Wang Xiulan","phone":"13800000000","window":{"from":"%s","to":"%s"}}""".formatted(
                id, m.village.project(1, 40).value(), m.village.station.value(), DOOR, m.wednesday, m.after(48 * 60));
    }
}
