package feiyan.exchange;

import feiyan.exchange.DeliveryQueue.Claimed;
import feiyan.exchange.DeliveryQueue.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent: codes, ids and times. Whoever wants the words reads them over the API, where it is decided at that
 * moment who may. The headers are those of Standard Webhooks: {@code webhook-id}, {@code -timestamp},
 * {@code -signature}.
 */
@Component
class WebhookMessage {

    private final JsonMapper json;

    WebhookMessage(JsonMapper json) {
        this.json = json;
    }

    /** As it goes out, at this attempt: the time is signed too, so that nobody replays it next week. */
    record Sealed(Map<String, String> headers, String body) {}

    Sealed seal(Claimed claimed, Instant now) {
        var body = body(claimed);
        var id = claimed.id().toString();
        var timestamp = now.getEpochSecond();
        var signatures = claimed.secrets().stream()
                .map(secret -> secret.signature(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return new Sealed(
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(timestamp),
                        "webhook-signature", signatures),
                body);
    }

    private String body(Claimed claimed) {
        var step = claimed.step();
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("id", claimed.id().toString());
        message.put("type", step == null ? "trial" : "order." + step.command());
        // As text: a county's id may be larger than what some readers take for a whole number.
        message.put("county", Long.toString(claimed.county().value()));
        message.put("at", (step == null ? claimed.madeAt() : step.at()).toString());
        if (step != null) {
            message.put("order", order(step));
        }
        return json.writeValueAsString(message);
    }

    private static Map<String, @Nullable Object> order(Step step) {
        var order = new LinkedHashMap<String, @Nullable Object>();
        order.put("id", step.order().toString());
        order.put("number", step.number());
        order.put("version", step.version());
        order.put("from", step.from());
        order.put("to", step.to());
        order.put("unit", step.unit().toString());
        order.put("station", step.station().toString());
        order.put("project", step.project() == null ? null : step.project().toString());
        order.put("urgent", step.urgent());
        order.put("reason", step.reason());
        return order;
    }
}
