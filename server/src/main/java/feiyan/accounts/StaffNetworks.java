package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Networks;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** From where a county's staff may act as such. */
@Component
public class StaffNetworks {

    private final Policies policies;
    private final boolean asked;

    /** @param asked off only for the operator's way in after a county has shut itself out, see docs/network.md */
    StaffNetworks(Policies policies, @Value("${feiyan.staff-networks:true}") boolean asked) {
        this.policies = policies;
        this.asked = asked;
    }

    boolean areAsked() {
        return asked;
    }

    public boolean allow(CountyId county, String address) {
        return allow(policies.of(county), address);
    }

    boolean allow(Policy policy, String address) {
        return !asked || allow(policy.get(Policy.STAFF_NETWORKS), address);
    }

    /** Where none is named, everywhere. */
    public static boolean allow(Networks named, String address) {
        return named.isEmpty() || named.contain(address);
    }
}
