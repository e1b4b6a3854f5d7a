package feiyan.units.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.platform.Networks;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.web.api.NeedsScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A token of staff is no way around the networks to which a county holds its staff. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.public-url=https://feiyan.example.cn"})
@AutoConfigureMockMvc
@Import(TokensFromElsewhereTest.Mirror.class)
class TokensFromElsewhereTest {

    /** Who one is taken for. */
    @RestController
    static class Mirror {

        record Seen(boolean staff, int posts) {}

        @GetMapping("/api/v1/mirror")
        @NeedsScope("orders:read")
        Seen seen(Actor actor) {
            return new Seen(actor.isStaff(), actor.posts().size());
        }
    }

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Test
    void itsBearerIsStaffInsideAndAResidentOutside() {
        var village = Village.in(house);
        var token = ApiClient.of(house, web, village.clerk, "orders:read").token();
        var policies = village.the(Policies.class);
        policies.set(village.county, Policy.STAFF_NETWORKS, Networks.parse("10.20.0.0/16"), null)
                .orThrow();
        assertThat(seen(token, "10.20.30.40"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.staff")
                .isEqualTo(true);
        assertThat(seen(token, "203.0.113.9"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.staff")
                .isEqualTo(false);
    }

    @Test
    void whatItsBearerHoldsIsAskedAtEachRequest() {
        var village = Village.in(house);
        var token = ApiClient.of(house, web, village.clerk, "orders:read").token();
        assertThat(seen(token, "127.0.0.1"))
                .bodyJson()
                .extractingPath("$.posts")
                .isEqualTo(1);
        village.appoint(village.clerk.person(), village.station, Role.CLERK);
        assertThat(seen(token, "127.0.0.1"))
                .bodyJson()
                .extractingPath("$.posts")
                .isEqualTo(2);
        village.the(Staff.class)
                .take(village.administrator, village.clerk.person(), new Post(village.station, Role.CLERK))
                .orThrow();
        assertThat(seen(token, "127.0.0.1"))
                .bodyJson()
                .extractingPath("$.posts")
                .isEqualTo(1);
    }

    private MvcTestResult seen(String token, String address) {
        return web.get()
                .uri("/api/v1/mirror")
                .header("Authorization", "Bearer " + token)
                .with(request -> {
                    request.setRemoteAddr(address);
                    request.setSecure(true);
                    request.setServerName("feiyan.example.cn");
                    request.setServerPort(443);
                    return request;
                })
                .exchange();
    }
}
