package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.TANCHENG;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Networks;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The operator's way in, for a county that has shut itself out. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.staff-networks=false"})
@Import(AccountsWorld.class)
class StaffNetworksTest {

    @Autowired
    private StaffNetworks networks;

    @Autowired
    private StaffNetworksLine line;

    @Autowired
    private Policies policies;

    @Test
    void theEmergencyWayInIsOpenAndSaidOnTheConsole() {
        policies.set(TANCHENG, Policy.STAFF_NETWORKS, Networks.parse("10.20.0.0/16"), null)
                .orThrow();
        assertThat(networks.allow(TANCHENG, "203.0.113.9")).isTrue();
        assertThat(line.lines("http://localhost")).singleElement().asString().contains("feiyan.staff-networks=false");
    }

    @Test
    void withoutItTheListHolds() {
        policies.set(TANCHENG, Policy.STAFF_NETWORKS, Networks.parse("10.20.0.0/16"), null)
                .orThrow();
        var asUsual = new StaffNetworks(policies, true);
        assertThat(asUsual.allow(TANCHENG, "203.0.113.9")).isFalse();
        assertThat(asUsual.allow(TANCHENG, "10.20.3.4")).isTrue();
    }
}
