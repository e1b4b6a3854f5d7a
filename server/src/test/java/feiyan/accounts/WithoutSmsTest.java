package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** No demo, and nobody has connected a text message service. */
@WithoutTwin("counts every try in the house")
@FeiyanTest(properties = "feiyan.demo=false")
@AutoConfigureMockMvc
class WithoutSmsTest {

    @Autowired
    private SignInCodes codes;

    @Autowired
    private Throttles throttles;

    @Autowired
    private Leftovers leftovers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AppClock clock;

    @Autowired
    private MockMvcTester web;

    @Test
    void signingInByTextMessageIsRefusedHonestly() {
        assertThat(refusalOf(codes.send(newMobile(), new UUID(0, 1), AccountsWorld.SOMEWHERE)))
                .isEqualTo("sms.not_set_up");
    }

    @Test
    void thereIsNoOutbox() {
        assertThat(web.get().uri("/outbox").exchange().getResponse().getStatus())
                .isIn(302, 404);
    }

    @Test
    void whatNobodyCanUseAnyMoreIsSweptAway() {
        throttles.take("password", "somebody", Limit.GROWING_WAIT).orThrow();
        leftovers.sweep();
        assertThat(counted()).isEqualTo(1);
        clock.at(clock.instant().plus(Duration.ofHours(26)), leftovers::sweep);
        assertThat(counted()).isZero();
    }

    private int counted() {
        return jdbc.sql("select count(*) from throttle").query(Integer.class).single();
    }
}
