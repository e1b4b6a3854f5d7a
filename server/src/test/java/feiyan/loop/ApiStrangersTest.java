package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.orders;
import static feiyan.loop.Machines.read;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.platform.Ids;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Foundings;
import feiyan.units.Invitations;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.TestCounty;
import feiyan.units.UnitChanges;
import feiyan.units.Units;
import feiyan.units.Venue;
import feiyan.units.Venues;
import feiyan.volunteers.Qualifications;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who has no business with a village gets nothing of it by any endpoint, and changes nothing. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute-of-a-person=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiStrangersTest {

    private static final Set<String> MODULES =
            Set.of("dispatch", "attendance", "volunteers", "units", "menu", "calendar", "messages");
    /** What everybody of a county may know of it: where a station is, what there is to order. */
    private static final Set<String> OPEN_IN_THE_COUNTY =
            Set.of("GET /units/{}", "GET /units/{}/units", "GET /units/{}/venues");

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Machines m;
    private Map<String, String> ids;

    @BeforeAll
    void aVillageWithSomethingOfEachKind() {
        m = new Machines(house, web);
        var village = m.village;
        var leading = village.volunteer("Sun Lei");
        var serving = village.volunteer("Zhao Min");
        var team = village.team(leading, serving);
        var order = m.accepted(serving, 1);
        var volunteer = m.client(serving);
        var later = "{\"from\":\"%s\",\"side\":\"SERVING\"}".formatted(m.after(180));
        var proposal = made(volunteer.post(orders(order, "time-proposals"), later))
                .path("proposal")
                .asString();
        var roll = read(m.desk.get(orders(order, "roll"))).path("seats").get(0);
        var unit = village.station;
        var venue = house.getBean(Venues.class)
                .add(village.administrator, unit, Venue.Kind.INN, "Inn", List.of(), null)
                .orThrow();
        var certificate = house.getBean(Qualifications.class)
                .claim(serving, serving.person(), "first aid", null)
                .orThrow();
        var invited = house.getBean(Invitations.class)
                .invite(village.administrator, new Post(unit, Role.CLERK), "Wu Gang")
                .orThrow();
        ids = new HashMap<>();
        ids.put("order", order.value().toString());
        ids.put("offer", roll.path("offer").asString());
        ids.put("seat", roll.path("seat").asString());
        ids.put("proposal", proposal);
        ids.put("team", team.value().toString());
        ids.put("volunteer", serving.person().value().toString());
        ids.put("clerk", village.clerk.person().value().toString());
        ids.put("unit", unit.value().toString());
        ids.put("venue", venue.value().toString());
        ids.put("certificate", certificate.toString());
        ids.put("invitation", invited.id().value().toString());
        ids.put("project", village.project(1, 60).value().toString());
        ids.put("message", Ids.next().toString());
        ids.put("area", "371322000000");
        ids.put("setting", "review.working_days");
        ids.put("time", m.after(60).toString());
    }

    @Test
    void eachEndpointStandsInTheTable() {
        var routes = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> MODULES.contains(
                        route.getValue().getBeanType().getPackageName().split("\\.", -1)[1]))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(API))
                        .map(path -> route.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " "
                                + path.substring(API.length()).replaceAll("\\{[^}]*}", "{}")))
                .collect(Collectors.toCollection(TreeSet::new));
        var listed = ApiCalls.all().stream().map(ApiCalls::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(routes);
    }

    @Test
    void whoIsSignedOutIsAskedForAToken() {
        for (var call : calls()) {
            var answer = web.method(call.method())
                    .uri(API + call.path())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(call.body())
                    .exchange();
            assertThat(answer).as(call.toString()).hasStatus(401);
        }
    }

    @Test
    void aTokenForSomethingElseIsToldWhichScopeItLacks() {
        var narrow = ApiClient.of(house, web, m.village.administrator, "webhooks:write");
        for (var call : calls()) {
            var answer = sent(narrow, call);
            assertThat(answer).as(call.toString()).hasStatus(403);
            assertThat(ApiClient.code(answer)).as(call.toString()).isEqualTo("scope");
        }
    }

    @Test
    void anotherCountysAdministratorGetsNothingOfIt() {
        var elsewhere = TestCounty.found(
                house.getBean(Foundings.class),
                house.getBean(Transactions.class),
                house.getBean(JdbcClient.class),
                "Linshu");
        nothing(m.client(elsewhere.actor()), Set.of());
    }

    @Test
    void theSisterVillagesStaffGetNothingOfIt() {
        var institute = house.getBean(Units.class)
                .parent(m.village.county, m.village.station)
                .orElseThrow()
                .id();
        var sister = house.getBean(UnitChanges.class)
                .open(m.village.administrator, institute, NewUnit.named("Zhangjia"))
                .orThrow();
        nothing(m.client(m.village.staff("Liu Fang", sister, Role.DISPATCHER)), OPEN_IN_THE_COUNTY);
    }

    private void nothing(ApiClient stranger, Set<String> open) {
        var before = changes();
        for (var call : ApiCalls.all()) {
            if (!open.contains(call.route())) {
                refused(call, sent(stranger, call.with(ids)));
            }
        }
        assertThat(changes()).isEqualTo(before);
    }

    /** Where the address names something of the village nothing comes back at all, elsewhere nothing of the village. */
    private void refused(ApiCalls call, MvcTestResult answer) {
        var body = ApiClient.body(answer);
        assertThat(answer.getResponse().getStatus()).as(call + " " + body).isLessThan(500);
        if (call.namesSomething()
                && !call.path().equals("/units/{unit}/units")
                && !call.path().endsWith("/venues")) {
            assertThat(answer.getResponse().getStatus()).as(call + " " + body).isBetween(400, 499);
        }
        for (var secret :
                List.of("order", "offer", "seat", "team", "volunteer", "clerk", "certificate", "invitation")) {
            assertThat(body).as(call.toString()).doesNotContain(ids.get(secret));
        }
        assertThat(body).as(call.toString()).doesNotContain("Zhao Min", "Sun Lei", "Wang Xiulan", "by the well");
    }

    /** How often anything of the village was changed. */
    private List<Long> changes() {
        return List.of("order_event", "offer_event", "seat_event", "attendance", "staff_post", "team_member", "unit")
                .stream()
                .map(table -> house.getBean(JdbcClient.class)
                        .sql("select count(*) from " + table + " t where t.county_id = :county")
                        .param("county", m.village.county.value())
                        .query(Long.class)
                        .single())
                .toList();
    }

    private List<ApiCalls> calls() {
        return ApiCalls.all().stream().map(call -> call.with(ids)).toList();
    }

    /** With a version where the command asks for one; to the others it says nothing. */
    private static MvcTestResult sent(ApiClient client, ApiCalls call) {
        return call.method().name().equals("GET")
                ? client.get(API + call.path())
                : client.write(
                        call.method(),
                        API + call.path(),
                        call.body().isEmpty() ? null : call.body(),
                        UUID.randomUUID().toString(),
                        1);
    }
}
