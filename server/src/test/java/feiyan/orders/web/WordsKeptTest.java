package feiyan.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.calendar.WorkingTime;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.orders.Complaints;
import feiyan.orders.Follower.How;
import feiyan.orders.Followers;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.Units;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a door refuses comes back on the same page with every word that was typed. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsKeptTest {

    private static final String NEED = "Coal for the stove";
    private static final String DANGER = "老伴昏迷了，叫不醒，喘不上气，快来人！";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor daughter;
    private String family;

    @BeforeAll
    void aMotherWhoseDaughterOrdersForHer() {
        village = Village.in(house);
        var mother = village.requester.person();
        village.the(Homes.class).settle(village.county, mother, village.station);
        var number = Phone.parse("13700000031").orThrow();
        var person = village.the(Persons.class)
                .register(village.county, "Li Na", number)
                .orThrow();
        daughter = Actor.withoutPosts(village.county, person);
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        village.the(Followers.class)
                .note(village.clerk, order, "Li Na", number.digits(), true, How.SPOKEN)
                .orThrow();
        family = "/family/"
                + village.the(Followers.class)
                        .followedBy(daughter)
                        .getFirst()
                        .id()
                        .value() + "/orders";
    }

    @Test
    void atTheCounterANumberOfAnotherVillageCostsNoWord() {
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        var sister = village.the(UnitChanges.class)
                .open(village.administrator, institute.id(), NewUnit.named("Sister"))
                .orThrow();
        var stranger = village.the(Persons.class)
                .register(village.county, "Feng", Phone.parse("13700000032").orThrow())
                .orThrow();
        village.the(Homes.class).settle(village.county, stranger, sister);
        var clerk = village.staff("Zhou", village.station, Role.CLERK);
        var answer = send(
                clerk,
                "/counter",
                Map.of(
                        "id", Ids.next().toString(),
                        "name", "Old Ma",
                        "phone", "13700000032",
                        "station", village.station.value().toString(),
                        "address", "By the mill",
                        "need", NEED,
                        "when", "WEEK",
                        "consent", "SPOKEN",
                        "channel", "COUNTER"));
        assertThat(answer).hasStatus(409).bodyText().contains(NEED, "Old Ma", "By the mill", "role=\"alert\"");
    }

    @Test
    void aFamilyOrderSentTwiceIsPlacedOnce() {
        var id = Ids.next().toString();
        assertThat(order(id, NEED, "")).hasStatus3xxRedirection();
        assertThat(order(id, NEED, "")).hasStatus3xxRedirection().hasRedirectedUrl("/orders/" + id);
        assertThat(placed(id)).isTrue();
    }

    @Test
    void aDaughterWhoTellsOfAnEmergencyIsLedToTheNumbersFirst() {
        var id = Ids.next().toString();
        assertThat(order(id, DANGER, "")).hasStatus(422).bodyText().contains("tel:120", DANGER, "name=\"calm\"");
        assertThat(order(id, DANGER, "something else")).hasStatus(422);
        assertThat(placed(id)).isFalse();
        assertThat(order(id, DANGER, DANGER)).hasStatus3xxRedirection();
        assertThat(placed(id)).isTrue();
    }

    @Test
    void anAnswerToAComplaintThatMovedOnIsShownAgain() {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        var complaint = village.the(Complaints.class)
                .open(village.requester, order, "Nobody came")
                .orThrow();
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        var above = village.staff("Sun Li", institute.id(), Role.CLERK);
        village.the(Complaints.class).answer(above, complaint, 1, "They will").orThrow();
        var answer = send(
                above,
                "/complaints/" + complaint.value() + "/answer",
                Map.of("version", "1", "words", "We called and heard"));
        assertThat(answer).hasStatus(409).bodyText().contains("We called and heard");
        var tooLong = "We called and heard. ".repeat(40);
        assertThat(send(
                        above,
                        "/complaints/" + complaint.value() + "/answer",
                        Map.of("version", "1", "words", tooLong)))
                .as("also where the words themselves are wrong and the form is gone")
                .hasStatus(422)
                .bodyText()
                .contains(tooLong.strip());
        var again = send(village.requester, "/orders/" + order.value() + "/complaints", Map.of("words", "Once more"));
        assertThat(again).hasStatus(409).bodyText().contains("Once more");
    }

    @Test
    void whereTheFormIsGoneItsWordsAreShownToCopyAndNothingElseThatItSent() {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        var refusal = "/orders/" + order.value() + "/refusal";
        var sent = Map.of("version", "9", "reason", "OTHER", "words", "Ask the mill");
        assertThat(send(village.clerk, refusal, sent))
                .hasStatus(409)
                .bodyText()
                .containsPattern("(?s)data-written[^>]*>Ask the mill<")
                .doesNotContain(">OTHER<", ">9<");
        var silent = Map.of("version", "1", "reason", "OTHER", "words", " ");
        assertThat(send(village.clerk, refusal, silent))
                .hasStatus(409)
                .bodyText()
                .doesNotContain("data-written");
    }

    @Test
    void whoMayNotKnowOfAnOrderIsToldThatThereIsNoneAndKeepsTheWords() {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        var sent = Map.of("version", "1", "reason", "OTHER", "words", "Ask the mill");
        var sister = village.the(UnitChanges.class)
                .open(
                        village.administrator,
                        village.the(Units.class)
                                .parent(village.county, village.station)
                                .orElseThrow()
                                .id(),
                        NewUnit.named("Sister of the mill"))
                .orThrow();
        var stranger = village.staff("Ma", sister, Role.CLERK);
        assertThat(send(stranger, "/orders/" + order.value() + "/refusal", sent))
                .hasStatus(404)
                .bodyText()
                .contains("Ask the mill");
    }

    private boolean placed(String id) {
        return village.the(OrderBook.class)
                .find(village.requester, new OrderId(UUID.fromString(id)))
                .isPresent();
    }

    private MvcTestResult order(String id, String need, String calm) {
        var day = LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(3)), WorkingTime.ZONE);
        return send(
                daughter,
                family,
                Map.of(
                        "order",
                        id,
                        "need",
                        need,
                        "calm",
                        calm,
                        "station",
                        village.station.value().toString(),
                        "address",
                        "By the mill",
                        "recipient",
                        "Wang Xiulan",
                        "phone",
                        "13800000000",
                        "day",
                        day.toString(),
                        "part",
                        "ANY"));
    }

    private MvcTestResult send(Actor actor, String path, Map<String, String> fields) {
        var request = web.post().uri(path).with(AsActor.of(actor)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
