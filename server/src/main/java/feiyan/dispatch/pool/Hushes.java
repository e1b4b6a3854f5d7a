package feiyan.dispatch.pool;

import feiyan.dispatch.ServiceRules;
import feiyan.platform.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Who should not be asked at this moment. */
final class Hushes {

    private Hushes() {}

    static Set<Hush> of(Member member, Policy policy, Instant now) {
        var found = EnumSet.noneOf(Hush.class);
        if (member.pauses(LocalDate.ofInstant(now, ServiceRules.CHINA))) {
            found.add(Hush.PAUSED);
        }
        if (member.asked(now) >= policy.get(Policy.OFFERS_A_WEEK)) {
            found.add(Hush.ASKED_ENOUGH);
        }
        return found;
    }
}
