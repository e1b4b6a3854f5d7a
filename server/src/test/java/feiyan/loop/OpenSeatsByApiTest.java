package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.id;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.offers;
import static feiyan.loop.Machines.orders;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a volunteer can take now, by machines alone. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSeatsByApiTest {

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
    void aVolunteerTakesASeatAndWhoComesLateIsToldSo() {
        var zhao = m.client(m.village.volunteer("Zhao Min"));
        var qian = m.client(m.village.volunteer("Qian Jin"));
        var order = m.village.approved(m.village.project(1, 60), m.wednesday);
        var later = m.village.approved(m.village.project(1, 60), m.wednesday.plus(Duration.ofDays(1)));
        var first = read(zhao.get(API + "/open-seats?limit=1"));
        var seat = first.path("items").get(0);
        assertThat(seat.path("order").asString()).isEqualTo(order.value().toString());
        assertThat(seat.path("metres").asInt()).isEqualTo(500);
        assertThat(first.toString()).doesNotContain("Wang").doesNotContain("hair has grown");
        var next = read(
                zhao.get(API + "/open-seats?limit=1&after=" + first.path("next").asString()));
        assertThat(next.path("items").get(0).path("order").asString())
                .isEqualTo(later.value().toString());

        refused(zhao.post(seat(order), "{}"), 422);
        refused(zhao.post(seat(new OrderId(Ids.next())), from()), 404, "order.not_found");
        refused(m.household.post(seat(order), from()), 404, "order.not_found");
        var taken = read(zhao.post(seat(order), from()));
        assertThat(taken.path("orderState").asString()).isEqualTo("ACCEPTED");
        refused(qian.post(seat(order), from()), 409, "seat.taken");
        assertThat(read(zhao.get(API + "/service-limits")).path("limit").asInt())
                .isEqualTo(600);
        refused(m.household.get(API + "/service-limits"), 404);
        m.desk.post(orders(later, "open-seats"), "{\"open\":false}");
        assertThat(read(qian.get(API + "/open-seats")).path("items")).isEmpty();
    }

    @Test
    void whyMeAndWhyNotMeComeInCodesOfOneselfAlone() {
        var zhao = m.village.volunteer("Zhao Min");
        var qian = m.village.volunteer("Qian Jin");
        var order = m.village.approved(m.village.project(1, 40), m.wednesday.plus(Duration.ofDays(2)));
        var body = "{\"from\":\"%s\",\"invitees\":[{\"volunteer\":\"%s\"}]}"
                .formatted(m.wednesday.plus(Duration.ofDays(2)), id(zhao));
        var offer = made(m.desk.post(orders(order, "offers"), m.version(order), body))
                .path("offers")
                .get(0)
                .asString();
        var why = read(m.client(zhao).get(offers(offer, "why")));
        assertThat(why.path("way").asString()).isEqualTo("CHOSEN");
        assertThat(why.path("askedBefore").asInt()).isZero();
        assertThat(why.path("visits").isMissingNode() || why.path("visits").isNull())
                .isTrue();
        refused(m.client(qian).get(offers(offer, "why")), 404);
        var others = read(m.client(qian).get(API + "/open-seats/why-not"));
        assertThat(others.path("askedOthers").values())
                .anySatisfy(one -> assertThat(one.path("why").get(0).asString()).isEqualTo("ALIKE"));
        assertThat(others.toString()).doesNotContain("Zhao").doesNotContain(id(zhao).toString());
    }

    private static String seat(OrderId order) {
        return API + "/open-seats/" + order.value() + "/seat";
    }

    private String from() {
        return "{\"from\":\"%s\"}".formatted(m.wednesday);
    }
}
