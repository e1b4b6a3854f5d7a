package feiyan.attendance;

import feiyan.dispatch.SeatFacts;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Until when the minutes of a seat may count at most, whoever says so: the time agreed and the county's overrun. */
@Component
class LongestStay {

    private final Policies policies;

    LongestStay(Policies policies) {
        this.policies = policies;
    }

    Instant of(SeatFacts seat) {
        return seat.time().to().plus(policies.of(seat.county()).get(Policy.OVERRUN));
    }
}
