package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.arrival;
import static feiyan.loop.Machines.id;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.members;
import static feiyan.loop.Machines.offers;
import static feiyan.loop.Machines.orders;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static feiyan.loop.Machines.seats;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Serving by machines alone: a time moved, a seat swapped, check-in and check-out, and what comes after. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingByApiTest {

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
    void aTeamTakesAnOrderAndAMemberServesIt() {
        var leading = m.village.volunteer("Sun Lei");
        var serving = m.village.volunteer("Zhao Min");
        var team = m.village.team(leading, serving);
        var order = m.approved(2, 60);
        var candidates = read(m.desk.get(orders(order, "candidates?from=" + m.wednesday)));
        assertThat(candidates.path("teams").values())
                .anyMatch(one -> one.path("id").asString().equals(team.value().toString()));
        assertThat(candidates.path("people").values())
                .allMatch(one -> one.path("against").isEmpty());

        var made = made(m.desk.post(orders(order, "offers"), m.version(order), m.offers("team", team.value())));
        var offer = made.path("offers").get(0).asString();
        assertThat(made.path("state").asString()).isEqualTo("OFFERED");
        var leader = m.client(leading);
        assertThat(read(leader.get(API + "/team-offers"))
                        .path("asked")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(offer);
        assertThat(read(leader.post(offers(offer, "acceptance"), null))
                        .path("state")
                        .asString())
                .isEqualTo("ACCEPTED");
        var toFill = read(leader.get(API + "/offers/" + offer));
        assertThat(toFill.path("open").asInt()).isEqualTo(2);
        assertThat(toFill.path("members")).hasSize(2);
        var filled = leader.post(offers(offer, "seats"), members(leading, serving));
        assertThat(read(filled).path("state").asString()).isEqualTo("ACCEPTED");

        served(order, offer, leading, serving);
    }

    private void served(OrderId order, String offer, Actor leading, Actor serving) {
        var volunteer = m.client(serving);
        var seat = m.seatOf(serving);
        var code = read(m.household.get(orders(order, "check-in-code")))
                .path("code")
                .asString();
        assertThat(m.desk.get(orders(order, "check-in-code"))).hasStatus(404);
        clock.at(m.wednesday, () -> {
            refused(volunteer.post(seats(seat, "check-in"), arrival("000000")), 409, "attendance.wrong_code");
            var there = read(volunteer.post(seats(seat, "check-in"), arrival(code)));
            assertThat(there.path("state").asString()).isEqualTo("PRESENT");
            read(m.desk.post(seats(m.seatOf(leading), "absence"), "{\"reason\":\"ILL\"}"));
        });
        clock.at(m.after(60), () -> {
            var gone = read(volunteer.post(seats(seat, "check-out"), null));
            assertThat(gone.path("minutes").asInt()).isEqualTo(60);
        });
        clock.at(m.after(70), () -> afterwards(order, offer, seat, m.client(leading), volunteer));
    }

    private void afterwards(OrderId order, String offer, String seat, ApiClient leader, ApiClient volunteer) {
        var roll = read(m.desk.get(orders(order, "roll")));
        assertThat(roll.path("state").asString()).isEqualTo("SERVED");
        assertThat(roll.path("seats").values())
                .anyMatch(line -> line.path("minutes").asInt() == 60);
        var kept = leader.get(API + "/seats/" + seat + "/roll");
        assertThat(kept.getResponse().getHeader("ETag")).startsWith("\"0-");
        var later = "{\"in\":\"%s\",\"out\":\"%s\",\"reason\":\"WRONG_TIME\"}".formatted(m.after(10), m.after(60));
        refused(leader.post(seats(seat, "corrections"), later), 428, "no_version");
        assertThat(read(leader.post(seats(seat, "corrections"), 0, later))
                        .path("minutes")
                        .asInt())
                .isEqualTo(50);
        refused(leader.post(seats(seat, "corrections"), 0, later), 412, "attendance.corrected_already");
        refused(leader.post(offers(offer, "summary"), "{\"words\":\" \"}"), 422, "mistaken");
        made(leader.post(offers(offer, "summary"), "{\"words\":\"Her hair is short now.\"}"));
        refused(leader.post(offers(offer, "summary"), "{\"words\":\"Again.\"}"), 409, "summary.written_already");
        assertThat(read(m.desk.get(orders(order, "summaries")))).hasSize(1);
        var services = read(volunteer.get(API + "/my-services?limit=1"));
        assertThat(services.path("items").get(0).path("minutes").asInt()).isEqualTo(50);
        assertThat(read(volunteer.get(API + "/my-day")).path("over")).hasSize(1);
    }

    @Test
    void anotherTimeNeedsBothSides() {
        var serving = m.village.volunteer("Feng Li");
        var volunteer = m.client(serving);
        var order = m.accepted(serving, 1);
        var later = m.wednesday.plus(Duration.ofHours(3));
        var asked = "{\"from\":\"%s\",\"side\":\"SERVING\"}".formatted(later);
        refused(m.client(m.village.volunteer("Chu Wei")).post(orders(order, "time-proposals"), asked), 403);
        var proposal = made(volunteer.post(orders(order, "time-proposals"), asked))
                .path("proposal")
                .asString();
        assertThat(read(m.household.get(orders(order, "time-proposal")))
                        .path("id")
                        .asString())
                .isEqualTo(proposal);
        refused(volunteer.post(orders(order, "time-proposals/" + proposal + "/acceptance"), null), 403);
        read(m.household.post(orders(order, "time-proposals/" + proposal + "/acceptance"), null));
        assertThat(m.household.get(orders(order, "time-proposal"))).hasStatus(404);
        assertThat(m.seatTime(serving)).isEqualTo(later.toString());

        var back = "{\"from\":\"%s\",\"reason\":\"WEATHER\"}".formatted(m.wednesday.plus(Duration.ofHours(5)));
        refused(m.desk.post(orders(order, "agreed-time"), m.version(order) - 1, back), 412, "order.moved_on");
        read(m.desk.post(orders(order, "agreed-time"), m.version(order), back));
        var again = made(m.household.post(
                        orders(order, "time-proposals"), "{\"from\":\"%s\",\"side\":\"REQUESTER\"}".formatted(later)))
                .path("proposal")
                .asString();
        read(m.household.post(orders(order, "time-proposals/" + again + "/withdrawal"), null));
        refused(volunteer.post(orders(order, "time-proposals/" + again + "/refusal"), null), 409);
    }

    @Test
    void theLeaderSendsSomebodyElseAndTheUnitSettlesWhatWasForgotten() {
        var leading = m.village.volunteer("Jiang Tao");
        var ill = m.village.volunteer("Shen Yan");
        var instead = m.village.volunteer("Han Bing");
        var team = m.village.team(leading, ill, instead);
        var order = m.approved(2, 60);
        var leader = m.client(leading);
        var offer = made(m.desk.post(orders(order, "offers"), m.version(order), m.offers("team", team.value())))
                .path("offers")
                .get(0)
                .asString();
        read(leader.post(offers(offer, "acceptance"), null));
        refused(leader.post(offers(offer, "seats"), "{\"members\":[]}"), 422, "mistaken");
        read(leader.post(offers(offer, "seats"), members(ill, leading)));
        read(leader.post(seats(m.seatOf(ill), "swap"), "{\"instead\":\"%s\"}".formatted(id(instead))));
        refused(m.client(ill).post(seats(m.seatOf(instead), "return"), null), 403, "seat.not_yours");
        read(leader.post(seats(m.seatOf(leading), "removal"), "{\"reason\":\"OTHER_DUTY\"}"));
        var seat = m.seatOf(instead);
        clock.at(m.wednesday, () -> {
            refused(leader.post(seats(seat, "confirmation"), "{}"), 422, "mistaken");
            read(leader.post(seats(seat, "confirmation"), "{\"reason\":\"NO_PHONE\"}"));
        });
        clock.at(m.after(90), () -> {
            var left = "{\"left\":\"%s\"}".formatted(m.after(55));
            assertThat(read(m.desk.post(seats(seat, "settlement"), left))
                            .path("minutes")
                            .asInt())
                    .isEqualTo(55);
        });
    }

    @Test
    void aServiceBrokenOffIsOfferedAnewAndASeatGivenBackToo() {
        var serving = m.village.volunteer("Yang Guang");
        var order = m.accepted(serving, 1);
        read(m.client(serving).post(seats(m.seatOf(serving), "return"), "{\"reason\":\"FAMILY\"}"));
        assertThat(read(m.desk.get(orders(order, "roll"))).path("state").asString())
                .isEqualTo("APPROVED");

        var again = m.accepted(serving, 1);
        clock.at(m.wednesday, () -> {
            read(m.desk.post(seats(m.seatOf(serving), "confirmation"), "{\"reason\":\"NO_CODE\"}"));
            var off = read(m.desk.post(orders(again, "break-off"), "{\"reason\":\"NOT_SAFE\"}"));
            assertThat(off.path("state").asString()).isEqualTo("APPROVED");
        });
    }
}
