package feiyan.operations;

import feiyan.platform.OutboxStanding;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;

/** Whether what follows from orders still follows. */
record OutboxLook(OutboxStanding outbox, Duration patience) {

    Health health() {
        var stuck = outbox.stuck(patience);
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("why", "does not move")
                        .withDetail("counties", stuck.size())
                        .build();
    }
}
