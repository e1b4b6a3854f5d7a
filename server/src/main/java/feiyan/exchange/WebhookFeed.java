package feiyan.exchange;

import static java.util.stream.Collectors.toUnmodifiableSet;

import feiyan.orders.Verb;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays out each step of an order for the webhooks that want it, once, in the transaction that marks the step told. */
@Component
class WebhookFeed implements OutboxHandler {

    private final DeliveryRows deliveries;
    private final InstantSource clock;

    WebhookFeed(DeliveryRows deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Verb.values()).map(verb -> "order." + verb.code()).collect(toUnmodifiableSet());
    }

    @Override
    public void handle(OutboxRow row) {
        var interested = deliveries.interested(row);
        if (!interested.isEmpty()) {
            deliveries.add(row, interested, clock.instant());
        }
    }
}
