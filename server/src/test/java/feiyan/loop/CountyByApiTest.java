package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.cast.ApiClient;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Role;
import feiyan.units.TestCounty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A county kept by machines: units and staff, policy, areas, menu, calendar. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountyByApiTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    Persons persons;

    private Machines m;

    @BeforeAll
    void aVillage() {
        m = new Machines(house, web);
    }

    @Test
    void anAdministratorOpensRenamesAndClosesAUnit() {
        var below = API + "/admin/units/" + m.village.station.value() + "/units";
        refused(m.desk.post(below, "{\"name\":\"East estate\"}"), 403, "unit.not_yours");
        var unit = made(m.center.post(below, "{\"name\":\"East estate\"}"))
                .path("unit")
                .asString();
        var path = API + "/admin/units/" + unit;
        read(m.center.post(path + "/name", "{\"name\":\"East garden\"}"));
        refused(m.center.post(path + "/phone", "{\"phone\":\"12\"}"), 409);
        read(m.center.post(path + "/phone", "{\"phone\":\"0539-6221234\"}"));
        var shown = read(m.desk.get(API + "/units/" + unit));
        assertThat(shown.path("name").asString()).isEqualTo("East garden");
        assertThat(shown.path("phone").asString()).isEqualTo("0539-6221234");
        assertThat(read(m.desk.get(API + "/units?words=garden")).path("items")).hasSize(1);
        read(m.center.post(path + "/closure", null));
        assertThat(read(m.desk.get(API + "/units/" + unit)).path("open").asBoolean())
                .isFalse();
    }

    @Test
    void theTreeIsReadByParts() {
        var first = read(m.desk.get(API + "/units?limit=1"));
        assertThat(first.path("items").get(0).path("tier").asString()).isEqualTo("CENTER");
        var second = read(
                m.desk.get(API + "/units?limit=1&after=" + first.path("next").asString()));
        assertThat(second.path("items").get(0).path("tier").asString()).isEqualTo("INSTITUTE");
        var children = read(m.desk.get(API + "/units/" + m.village.center.value() + "/units"));
        assertThat(children.path("items")).hasSize(1);
        assertThat(children.has("next")).isFalse();
    }

    @Test
    void aVenueComesAndGoes() {
        var venues = API + "/admin/units/" + m.village.station.value() + "/venues";
        var body = "{\"name\":\"Inn by the well\",\"kind\":\"INN\",\"facilities\":[\"fridge\",\" \"]}";
        var venue = made(m.center.post(venues, body)).path("venue").asString();
        var list = read(m.desk.get(API + "/units/" + m.village.station.value() + "/venues"));
        assertThat(list.path("items").get(0).path("facilities").toString()).isEqualTo("[\"fridge\"]");
        read(m.center.post(venues + "/" + venue + "/removal", null));
        refused(m.center.post(venues + "/" + venue + "/removal", null), 409, "venue.gone");
        assertThat(ApiClient.fields(m.center.post(venues, "{\"name\":\"x\",\"kind\":\"PALACE\"}")))
                .containsExactly("kind");
    }

    @Test
    void rolesAreGivenTakenAndHandedOver() {
        var phone = TestCounty.phone();
        var newcomer = persons.register(m.village.county, "Zhou Qiang", phone).orThrow();
        var unit = API + "/admin/units/" + m.village.station.value();
        var clerk = "{\"colleague\":\"%s\",\"role\":\"CLERK\"}".formatted(phone.digits());
        refused(m.desk.post(unit + "/posts", clerk), 403, "unit.not_yours");
        refused(
                m.center.post(unit + "/posts", "{\"colleague\":\"13700000000\",\"role\":\"CLERK\"}"),
                409,
                "phone.nobody");
        read(m.center.post(unit + "/posts", clerk));
        var staff = read(m.center.get(API + "/admin/staff"));
        assertThat(staff.path("items").values())
                .anyMatch(one -> one.path("name").asString().equals("Zhou Qiang"));
        refused(m.desk.get(API + "/admin/staff"), 403);
        refused(m.desk.post(unit + "/hand-over", "{\"colleague\":\"13700000000\"}"), 409, "phone.nobody");
        var leaving = m.village.staff("Wu Gang", m.village.station, Role.DISPATCHER);
        read(m.client(leaving).post(unit + "/hand-over", "{\"colleague\":\"%s\"}".formatted(phone.digits())));
        refused(m.client(leaving).get(API + "/volunteers"), 404);
        read(m.center.post(unit + "/posts/end", "{\"person\":\"%s\",\"role\":\"CLERK\"}".formatted(newcomer.value())));
        assertThat(read(m.center.get(unit + "/invitations"))).isEmpty();
    }

    @Test
    void thePolicyIsReadAndChangedUnderItsBounds() {
        var settings = read(m.center.get(API + "/admin/policy"));
        assertThat(settings.size()).isGreaterThan(5);
        refused(m.desk.get(API + "/admin/policy"), 403);
        var key = settings.valueStream()
                .filter(one -> one.path("value").asString().matches("\\d+"))
                .findFirst()
                .orElseThrow();
        var path = API + "/admin/policy/" + key.path("key").asString();
        var seen = key.path("value").asString();
        var next = Integer.toString(Integer.parseInt(seen) + 1);
        assertThat(ApiClient.fields(m.center.post(path, decision(seen, "a lot"))))
                .containsExactly("value");
        read(m.center.post(path, decision(seen, next)));
        refused(m.center.post(path, decision(seen, next)), 409, "policy.moved_on");
        assertThat(read(m.center.get(path)).path("value").asString()).isEqualTo(next);
        var changes = read(m.center.get(API + "/admin/policy/changes?limit=1")).path("items");
        assertThat(changes.get(0).path("after").asString()).isEqualTo(next);
        refused(m.center.get(API + "/admin/policy/no.such"), 404);
    }

    private static String decision(String seen, String value) {
        return "{\"seen\":\"%s\",\"value\":\"%s\"}".formatted(seen, value);
    }

    @Test
    void aTableOfAreasIsLookedAtFirst() {
        var table = "{\"text\":\"code,name,level,parent_code\\n371322000000,Tancheng,county,\\n\"}";
        var wrong = "{\"text\":\"code,name,level,parent_code\\n37,Tancheng,county,\\n\"}";
        assertThat(read(m.center.post(API + "/admin/areas/preview", wrong))
                        .path("wrong")
                        .asInt())
                .isPositive();
        refused(m.center.post(API + "/admin/areas/import", wrong), 409, "area.file_has_mistakes");
        refused(m.desk.post(API + "/admin/areas/import", table), 403);
        read(m.center.post(API + "/admin/areas/import", table));
        assertThat(read(m.desk.get(API + "/areas/371322000000")).path("name").asString())
                .isEqualTo("Tancheng");
        read(m.center.post(API + "/admin/units/set-up", null));
    }

    @Test
    void theMenuIsKeptAtTheCenter() {
        m.village.project(1, 40);
        var projects = API + "/admin/menu/projects";
        var tea = "{\"code\":\"BM77\",\"name\":\"Tea\",\"skill\":\"talk\",\"minutes\":30,\"headcount\":1}";
        refused(m.desk.post(projects, tea), 403);
        assertThat(ApiClient.fields(m.center.post(projects, tea.replace("\"minutes\":30", "\"minutes\":1"))))
                .containsExactly("minutes");
        var project = made(m.center.post(projects, tea)).path("project").asString();
        refused(m.center.post(projects, tea), 409, "menu.code_taken");
        read(m.center.post(projects + "/" + project, tea.replace("Tea", "Tea and talk")));
        assertThat(read(m.center.get(projects + "/" + project)).path("name").asString())
                .isEqualTo("Tea and talk");
        assertThat(ApiClient.body(m.desk.get(API + "/menu"))).contains("Tea and talk");
        read(m.center.post(projects + "/" + project + "/withdrawal", null));
        assertThat(ApiClient.body(m.desk.get(API + "/menu"))).doesNotContain("Tea and talk");
        assertThat(ApiClient.body(m.center.get(API + "/admin/menu"))).contains("Tea and talk");
        assertThat(ApiClient.fields(m.center.post(API + "/admin/menu/import", "{\"text\":\"nonsense\"}")))
                .containsOnly("text");
        assertThat(read(m.center.post(API + "/admin/menu/common-projects", null))
                        .path("projects")
                        .asInt())
                .isEqualTo(72);
    }

    @Test
    void holidaysAreTheCentersToSay() {
        var calendar = API + "/admin/calendar";
        var span = "{\"from\":\"2031-10-01\",\"to\":\"2031-10-07\",\"working\":false,\"name\":\"National Day\"}";
        refused(m.desk.get(calendar), 403);
        refused(m.desk.post(calendar + "/spans", span), 403);
        made(m.center.post(calendar + "/spans", span));
        assertThat(read(m.center.get(calendar + "?year=2031"))
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("National Day");
        assertThat(ApiClient.fields(m.center.post(calendar + "/spans", span.replace("2031-10-07", "2031-09-07"))))
                .containsExactly("to");
        var removal = "{\"from\":\"2031-10-01\",\"to\":\"%s\"}";
        assertThat(ApiClient.fields(m.center.post(calendar + "/removals", removal.formatted("9999-01-01"))))
                .containsExactly("to");
        read(m.center.post(calendar + "/removals", removal.formatted("2031-10-07")));
        assertThat(read(m.center.get(calendar + "?year=2031"))).isEmpty();
    }
}
