package feiyan.exchange;

import feiyan.accounts.Limit;
import feiyan.accounts.Throttles;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Messages that are sent once more because somebody asked for it. So many an hour, for the reason for which trials are
 * bound: each repetition is another go at somebody's server, with all its attempts.
 */
@Component
class WebhookRepetitions {

    private static final List<Limit> OF_ONE = List.of(new Limit(Webhooks.REPETITIONS_AN_HOUR, Duration.ofHours(1)));
    private static final List<Limit> OF_ALL = List.of(new Limit(Webhooks.ALL_REPETITIONS_AN_HOUR, Duration.ofHours(1)));

    private final DeliveryRows deliveries;
    private final Throttles throttles;

    WebhookRepetitions(DeliveryRows deliveries, Throttles throttles) {
        this.deliveries = deliveries;
        this.throttles = throttles;
    }

    /** Within the caller's transaction: what is refused counts for nothing. */
    Outcome<DeliveryId> send(CountyId county, WebhookId webhook, DeliveryId delivery, Instant now) {
        if (!deliveries.isListed(county, webhook, delivery)) {
            return Outcome.refused("webhook.unknown");
        }
        return taken("webhook.repeated", delivery.value().toString(), OF_ONE)
                .then(taken -> taken("webhook.repeated.all", webhook.value().toString(), OF_ALL))
                .then(taken -> deliveries.again(county, webhook, delivery, now)
                        ? Outcome.done(delivery)
                        : Outcome.refused("webhook.under_way"));
    }

    private Outcome<Boolean> taken(String purpose, String whose, List<Limit> limits) {
        return throttles.take(purpose, whose, limits) instanceof Outcome.Refused<Boolean>
                ? Outcome.refused("webhook.repetitions", limits.getFirst().tries())
                : Outcome.done(true);
    }
}
