package feiyan.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.OrdersWorld;
import feiyan.orders.Pictures;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Machines order, review, ask, rate and complain, with the tokens of those whose business it is. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@Import(OrdersWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersApiTest {

    private static final String ORDERS = "/api/v1/orders";
    private static final String ADDRESS = "canary-door 7";
    private static final String PHONE = "13800000000";

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    @Autowired
    OrdersWorld world;

    Village village;
    ProjectId haircut;
    ApiClient requester;
    ApiClient clerk;
    ApiClient stranger;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        haircut = village.project(1, 40);
        requester = ApiClient.of(house, web, village.requester);
        clerk = ApiClient.of(house, web, village.clerk);
        stranger = ApiClient.of(house, web, Actor.withoutPosts(village.county, village.person("Zhao")));
    }

    @Test
    void anOrderIsPlacedReadAndReviewed() {
        var placed = requester.post(ORDERS, need(null, "Her hair has grown long"));
        assertThat(placed).hasStatus(201);
        var path = path(placed);
        assertThat(ApiClient.body(placed)).doesNotContain("hair", ADDRESS, PHONE);
        var order = ApiClient.json(requester.get(path));
        assertThat(order.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(order.path("need").asString()).isEqualTo("Her hair has grown long");
        assertThat(order.path("can").toString()).contains("CANCEL");
        assertThat(stranger.get(path)).hasStatus(404);
        var officious = ApiClient.of(house, web, village.staff("Ma", elsewhere(), Role.CLERK));
        assertThat(officious.post(path + "/approval", 1, null)).hasStatus(404);
        assertThat(stranger.post(path + "/approval", 1, null)).hasStatus(403);
        assertThat(requester.post(path + "/approval", 1, null)).hasStatus(403);

        assertThat(clerk.post(path + "/approval", 9, null)).hasStatus(412);
        var approved = clerk.post(path + "/approval", 1, "{\"project\":\"%s\"}".formatted(haircut.value()));
        assertThat(approved).hasStatus(200);
        assertThat(ApiClient.json(approved).path("state").asString()).isEqualTo("APPROVED");
        var events = ApiClient.json(requester.get(path + "/events")).path("items");
        assertThat(events.valueStream().map(event -> event.path("command").asString()))
                .containsExactly("PLACE", "APPROVE");
    }

    @Test
    void theSameOrderSentTwiceIsPlacedOnce() {
        var body = need(UUID.randomUUID(), "The lamp is broken");
        var first = keyless(body);
        var again = keyless(body);
        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(ApiClient.body(again)).isEqualTo(ApiClient.body(first));
        assertThat(requester.post(ORDERS, body)).hasStatus(409);
    }

    private MvcTestResult keyless(String body) {
        return requester
                .request(HttpMethod.POST, ORDERS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        var body = need(null, "").replace(ADDRESS, " ").replace(PHONE, "123").replace("Wang Xiulan", "x".repeat(41));
        var answer = requester.post(ORDERS, body);
        assertThat(answer).hasStatus(422);
        assertThat(ApiClient.fields(answer)).containsExactlyInAnyOrder("need", "address", "recipient", "phone");
        var far = need(null, "lamp").replaceAll("\"to\":\"[^\"]*\"", "\"to\":\"+99999-01-01T00:00:00Z\"");
        assertThat(ApiClient.fields(requester.post(ORDERS, far))).containsExactly("window.to");
    }

    @Test
    void wordsOfAnEmergencyAreAnsweredWithTheNumberToCall() {
        var answer = requester.post(ORDERS, need(null, "老人摔倒了，昏迷不醒，快来人"));
        assertThat(answer).hasStatus(409);
        assertThat(ApiClient.code(answer)).isEqualTo("order.emergency");
        assertThat(ApiClient.json(answer).path("next").asString()).contains("120");
        var calm = need(null, "老人摔倒了，昏迷不醒，快来人").replace("\"urgent\"", "\"calm\":true,\"urgent\"");
        assertThat(requester.post(ORDERS, calm)).hasStatus(201);
    }

    @Test
    void theDoorIsToldToTheRequesterAtOnceToTheDeskForAReasonAndNeverByAReplay() {
        var path = path(requester.post(ORDERS, need(null, "The tap drips")));
        assertThat(ApiClient.body(requester.post(path + "/contact-view", null))).contains(ADDRESS, PHONE);
        assertThat(stranger.post(path + "/contact-view", null)).hasStatus(404);
        assertThat(ApiClient.code(clerk.post(path + "/contact-view", null))).isEqualTo("order.say_why_address");
        int before = views();
        var why = "{\"why\":\"the volunteer cannot find it\"}";
        assertThat(ApiClient.body(clerk.post(path + "/contact-view", why, "k-door")))
                .contains(ADDRESS);
        assertThat(views()).isEqualTo(before + 1);
        clerk.post(path + "/refusal", 1, "{\"reason\":\"OTHER\",\"words\":\"please call the plumber\"}");
        clerk.post(path + "/contact-view", why, "k-door");
        assertThat(views()).as("decided and written down anew").isGreaterThan(before + 1);
        assertThat(answers())
                .contains(path.substring(path.lastIndexOf('/') + 1))
                .doesNotContain(ADDRESS, PHONE, "drips", "plumber");
    }

    @Test
    void anotherScopeDoesNotOpenTheDoor() {
        var path = path(requester.post(ORDERS, need(null, "The door sticks")));
        var reader = ApiClient.of(house, web, village.requester, "orders:read", "orders:write");
        assertThat(reader.post(path + "/contact-view", null)).hasStatus(403);
    }

    @Test
    void aQuestionIsAskedAnsweredAndTheOrderCalledOff() {
        var path = path(requester.post(ORDERS, need(null, "The gate is stuck")));
        assertThat(clerk.post(path + "/question", 1, "{\"words\":\"Which gate?\"}"))
                .hasStatus(200);
        assertThat(requester.post(path + "/answer", 2, "{\"words\":\"The back one\"}"))
                .hasStatus(200);
        var cancelled = requester.post(path + "/cancellation", 3, null);
        assertThat(ApiClient.json(cancelled).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(requester.post(path + "/cancellation", 4, null)).hasStatus(409);
    }

    @Test
    void theDeskPagesThroughItsPilesWithoutLosingOrRepeating() {
        var own = ApiClient.of(house, web, Actor.withoutPosts(village.county, village.person("Qian")));
        var placed = IntStream.range(0, 5)
                .mapToObj(i -> ApiClient.json(own.post(ORDERS, need(null, "Window " + i)))
                        .path("id")
                        .asString())
                .toList();
        assertThat(ids(own, ORDERS + "?limit=2", "id")).containsExactlyElementsOf(placed.reversed());
        assertThat(ids(clerk, "/api/v1/inbox?limit=2&pile=REVIEW", "order")).containsAll(placed);
        assertThat(stranger.get("/api/v1/inbox")).hasStatus(403);
        var piles = ApiClient.json(clerk.get("/api/v1/inbox/piles"));
        assertThat(piles.path("piles").size()).isEqualTo(6);
    }

    private List<String> ids(ApiClient client, String first, String field) {
        var ids = new java.util.ArrayList<String>();
        var path = first;
        while (!path.isEmpty()) {
            var part = ApiClient.json(client.get(path));
            part.path("items").forEach(item -> ids.add(id(item, field)));
            path = part.has("next") ? first + "&after=" + part.path("next").asString() : "";
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static String id(JsonNode item, String field) {
        return field.equals("id")
                ? item.path("id").asString()
                : item.path(field).path("id").asString();
    }

    @Test
    void whatOneDeskPassesOnLiesOnTheOther() {
        var path = path(requester.post(ORDERS, need(null, "The wall is damp")));
        var center = ApiClient.of(house, web, village.staff("He", village.center, Role.DISPATCHER));
        var up = clerk.post(
                path + "/escalation", 1, "{\"to\":\"%s\",\"words\":\"too big\"}".formatted(village.center.value()));
        assertThat(up).hasStatus(200);
        assertThat(center.post(path + "/hand-down", 2, "{\"to\":\"%s\"}".formatted(village.station.value())))
                .hasStatus(200);
        var resolved = clerk.post(path + "/resolution", 3, "{\"words\":\"aired it\"}");
        assertThat(ApiClient.json(resolved).path("state").asString()).isEqualTo("SERVED");
        var rated = requester.post(path + "/rating", 4, "{\"solved\":true,\"attitude\":5}");
        assertThat(ApiClient.json(rated).path("state").asString()).isEqualTo("CLOSED");
        assertThat(ApiClient.json(requester.get(path))
                        .path("ratings")
                        .get(0)
                        .path("attitude")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void likeNeedsAreServedTogetherAndTakenApart() {
        var project = "{\"project\":\"%s\"}".formatted(haircut.value());
        var one = path(requester.post(ORDERS, need(null, "hair one")));
        var two = path(stranger.post(ORDERS, need(null, "hair two")));
        assertThat(clerk.post(one + "/approval", 1, project)).hasStatus(200);
        assertThat(clerk.post(two + "/approval", 1, project)).hasStatus(200);
        var together = "{\"orders\":[{\"id\":\"%s\",\"version\":2},{\"id\":\"%s\",\"version\":2}]}"
                .formatted(one.substring(ORDERS.length() + 1), two.substring(ORDERS.length() + 1));
        var group = clerk.post("/api/v1/groups", together);
        assertThat(group).hasStatus(201);
        var whole =
                clerk.get("/api/v1/groups/" + ApiClient.json(group).path("id").asString());
        assertThat(ApiClient.json(whole).path("orders").size()).isEqualTo(2);
        assertThat(clerk.post(two + "/separation", 3, "{\"words\":\"another day\"}"))
                .hasStatus(200);
        assertThat(stranger.get("/api/v1/groups")).hasStatus(403);
    }

    @Test
    void theCounterWritesDownForWhoeverStandsThere() {
        var body = """
                {"name":"Sun Yulan","station":"%s","address":"%s","need":"The stove smokes","consent":"SPOKEN",
                 "channel":"COUNTER","step":"RESOLVE","done":"cleaned the pipe","window":%s}
                """.formatted(village.station.value(), ADDRESS, window());
        var placed = clerk.post("/api/v1/counter", body);
        assertThat(placed).hasStatus(201);
        assertThat(ApiClient.json(placed).path("state").asString()).isEqualTo("SERVED");
        assertThat(stranger.post("/api/v1/counter", body)).hasStatus(403);
        var found = clerk.post("/api/v1/counter/look", "{\"find\":\"Sun Yulan\"}");
        assertThat(ApiClient.json(found).path("items").get(0).path("name").asString())
                .isEqualTo("Sun Yulan");
    }

    @Test
    void aPhotoGoesWithAnOrderThatIsWrittenInSteps() {
        var own = ApiClient.of(house, web, Actor.withoutPosts(village.county, village.person("Wu")));
        var draft = ApiClient.json(own.post(ORDERS + "/new", "{}")).path("id").asString();
        var path = ORDERS + "/new/" + draft;
        var photo = own.request(HttpMethod.POST, path + "/photos")
                .header("Idempotency-Key", "photo")
                .contentType(MediaType.IMAGE_JPEG)
                .content(Pictures.withExif(Pictures.jpeg(Pictures.redLeft(80, 40)), 1))
                .exchange();
        assertThat(photo).hasStatus(201);
        assertThat(own.post(path + "/what", version(own, path), "{\"need\":\"The lamp\"}"))
                .hasStatus(200);
        var early = own.post(path + "/sending", version(own, path), null);
        assertThat(ApiClient.fields(early)).contains("station", "address", "day");
        var where = """
                {"station":"%s","address":"%s","recipient":"Wang Xiulan","phone":"%s","day":"%s"}
                """.formatted(village.station.value(), ADDRESS, PHONE, day());
        assertThat(own.post(path + "/where", version(own, path), where)).hasStatus(200);
        assertThat(own.post(path + "/sending", version(own, path), null)).hasStatus(201);
        var media = ApiClient.json(own.get(ORDERS + "/" + draft + "/media")).path("items");
        assertThat(media.size()).isEqualTo(1);
        var file = ORDERS + "/" + draft + "/media/" + media.get(0).path("id").asString();
        assertThat(own.get(file)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(ApiClient.body(own.get(file))).doesNotContain(Pictures.GPS_CANARY);
        assertThat(stranger.get(file)).hasStatus(404);
    }

    private static int version(ApiClient client, String path) {
        return ApiClient.json(client.get(path)).path("version").asInt();
    }

    @Test
    void aRefusalIsComplainedAboutAndTakenUpAbove() {
        var path = path(requester.post(ORDERS, need(null, "The roof leaks")));
        clerk.post(path + "/refusal", 1, "{\"reason\":\"UNSAFE\",\"words\":\"call a roofer\"}");
        var opened = requester.post(path + "/complaints", "{\"words\":\"nobody came to look\"}");
        assertThat(opened).hasStatus(201);
        var complaint =
                "/api/v1/complaints/" + ApiClient.json(opened).path("id").asString();
        assertThat(clerk.get(complaint)).hasStatus(404);
        var above = ApiClient.of(house, web, village.staff("Xu", village.center, Role.CLERK));
        assertThat(ApiClient.body(above.get(complaint))).contains("nobody came to look");
        assertThat(above.get("/api/v1/complaints")).hasStatusOk();
        assertThat(above.post(complaint + "/answer", 1, "{\"words\":\"we will look\"}"))
                .hasStatus(200);
        assertThat(requester.post(complaint + "/acceptance", 2, null)).hasStatus(200);
    }

    @Test
    void aSearchFindsWhatItsReaderMaySeeAndIsKept() {
        var path = path(requester.post(ORDERS, need(null, "The accordion is out of tune")));
        var found = requester.post("/api/v1/search", "{\"words\":\"accordion\"}");
        assertThat(found).hasStatusOk();
        assertThat(ApiClient.body(stranger.post("/api/v1/search", "{\"words\":\"accordion\"}")))
                .doesNotContain(path.substring(ORDERS.length() + 1));
        var kept = clerk.post("/api/v1/search/filters", "{\"name\":\"urgent ones\",\"criteria\":{\"urgent\":true}}");
        assertThat(kept).hasStatus(201);
        var id = ApiClient.json(kept).path("id").asString();
        assertThat(ApiClient.body(clerk.get("/api/v1/search/filters"))).contains(id);
        assertThat(clerk.post("/api/v1/search/filters/" + id + "/removal", null))
                .hasStatus(200);
        assertThat(requester.post("/api/v1/search", "{}")).hasStatus(409);
    }

    @Test
    void nobodyLearnsWhetherANumberIsKnown() {
        var known = stranger.post("/api/v1/family/requests", "{\"phone\":\"13900000001\"}");
        var unknown = stranger.post("/api/v1/family/requests", "{\"phone\":\"13799999999\"}");
        assertThat(known).hasStatus(202);
        assertThat(ApiClient.body(known)).isEqualTo(ApiClient.body(unknown));
        assertThat(ApiClient.body(stranger.get("/api/v1/family"))).doesNotContain("13799999999");
    }

    @Test
    void aTokenOfAnotherCountyFindsNothingHere() {
        var path = path(requester.post(ORDERS, need(null, "The fence fell")));
        var foreign = ApiClient.of(house, web, world.county().clerk());
        assertThat(foreign.get(path)).hasStatus(404);
        assertThat(foreign.post(path + "/approval", 1, null)).hasStatus(404);
        assertThat(foreign.post(path + "/contact-view", "{\"why\":\"curious\"}"))
                .hasStatus(404);
    }

    /** A village next to ours. */
    private UnitId elsewhere() {
        var institute =
                village.the(Units.class).find(village.county, village.station).orElseThrow();
        return village.the(UnitChanges.class)
                .open(village.administrator, Objects.requireNonNull(institute.parent()), NewUnit.named("Caijia"))
                .orThrow();
    }

    private static String path(MvcTestResult placed) {
        assertThat(placed).hasStatus(201);
        return ORDERS + "/" + ApiClient.json(placed).path("id").asString();
    }

    private String need(@org.jspecify.annotations.Nullable UUID id, String words) {
        return """
                {%s"need":"%s","station":"%s","address":"%s","recipient":"Wang Xiulan","phone":"%s","window":%s,
                 "urgent":false}
                """.formatted(
                id == null ? "" : "\"id\":\"" + id + "\",", words, village.station.value(), ADDRESS, PHONE, window());
    }

    private String window() {
        var from = from();
        return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, from.plusSeconds(2 * 24 * 3600));
    }

    private Instant from() {
        return Village.wednesday(clock.instant());
    }

    private String day() {
        return from().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
    }

    private int views() {
        return jdbc.sql("select count(*) from sensitive_view where county_id = :county and subject = 'service_order'")
                .param("county", village.county.value())
                .query(Integer.class)
                .single();
    }

    private String answers() {
        return String.join(
                "\n",
                jdbc.sql("select coalesce(body, '') from api_replay where county_id = :county")
                        .param("county", village.county.value())
                        .query(String.class)
                        .list());
    }
}
