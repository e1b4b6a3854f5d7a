package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.dispatch.trial.NearAndFar;
import feiyan.dispatch.trial.Trials;
import feiyan.dispatch.trial.WeightTrialId;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.platform.Ids;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A machine tries weights, reads what came of it and lets them hold; and reads how dispatch goes. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
class WeightsByApiTest {

    private static final String WEIGHTS = "/api/v1/admin/policy/dispatch";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Policies policies;

    @Autowired
    private WeightTrials trials;

    @Test
    void whatIsTriedByAMachineHoldsOnceItIsDecided() {
        var world = new NearAndFar(house, false);
        var administrator = world.village.administrator;
        var machine = ApiClient.of(house, web, administrator);
        var now = ApiClient.json(machine.get(WEIGHTS));
        assertThat(now).hasSize(9);
        assertThat(now.get(0).path("weight").asString()).isEqualTo("WAY");
        assertThat(now.get(0).path("value").asInt()).isEqualTo(1_300);

        var wrong = machine.post(WEIGHTS + "/trials", "{\"again\":-1,\"openSeatUrgent\":20000}");
        assertThat(wrong).hasStatus(422);
        assertThat(ApiClient.fields(wrong)).containsExactlyInAnyOrder("again", "openSeatUrgent");
        var begun = machine.post(WEIGHTS + "/trials", "{\"again\":0}");
        assertThat(begun).hasStatus(201);
        var id = ApiClient.json(begun).path("trial").asString();
        Trials.over(trials, administrator, new WeightTrialId(UUID.fromString(id)));

        var done = ApiClient.json(machine.get(WEIGHTS + "/trials/" + id));
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("values").get(0).path("held").asInt()).isEqualTo(1_500);
        assertThat(done.path("result").path("changed").asInt()).isEqualTo(1);
        assertThat(done.path("result").path("held").path("meanMetres").asInt()).isEqualTo(445);
        assertThat(done.toString()).doesNotContain("Fang");
        assertThat(machine.post(WEIGHTS + "/trials/" + id + "/decision", null)).hasStatus(200);
        assertThat(policies.of(world.village.county).get(Policy.WEIGHT_AGAIN)).isZero();
        assertThat(machine.get(WEIGHTS + "/trials/" + Ids.next())).hasStatus(404);

        var measures = ApiClient.json(machine.get("/api/v1/units/" + world.village.center.value() + "/dispatch"));
        assertThat(measures.path("offers").asInt()).isEqualTo(2);
        assertThat(measures.has("spread")).as("too few to tell").isFalse();
        assertThat(machine.get("/api/v1/units/" + world.village.center.value() + "/dispatch?span=YEAR"))
                .hasStatus(422);
    }
}
