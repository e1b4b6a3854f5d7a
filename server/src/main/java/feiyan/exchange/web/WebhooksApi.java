package feiyan.exchange.web;

import feiyan.exchange.Delivery;
import feiyan.exchange.DeliveryId;
import feiyan.exchange.Webhook;
import feiyan.exchange.WebhookId;
import feiyan.exchange.Webhooks;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which other systems are told, for a machine that sets itself up. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/webhooks")
class WebhooksApi {

    private static final String SCOPE = "webhooks:write";
    private static final String OWN = "For administrators, each for the units of their subtree.";

    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    record WebhookView(
            UUID id,
            UUID unit,
            String host,
            Set<State> states,
            Instant madeAt,
            Webhook.@Nullable Because resting,
            @Nullable Instant lastSuccess) {

        static WebhookView of(Webhook webhook) {
            var rest = webhook.rest();
            return new WebhookView(
                    webhook.id().value(),
                    webhook.unit().value(),
                    webhook.host(),
                    webhook.states(),
                    webhook.madeAt(),
                    rest == null ? null : rest.because(),
                    webhook.lastSuccess());
        }
    }

    @Operation(summary = "The webhooks of one’s units", description = OWN)
    @NeedsScope(SCOPE)
    @GetMapping
    Outcome<Slice<WebhookView>> all(Actor actor) {
        return webhooks.all(actor)
                .map(found -> Slice.all(found.stream().map(WebhookView::of).toList()));
    }

    @Operation(summary = "One webhook", description = OWN)
    @NeedsScope(SCOPE)
    @GetMapping("/{id}")
    Outcome<WebhookView> one(Actor actor, @PathVariable WebhookId id) {
        return webhooks.one(actor, id).map(WebhookView::of);
    }

    record NewWebhook(UUID unit, String address, Set<State> states) {}

    record WebhookChanged(UUID webhook) {

        static WebhookChanged of(WebhookId id) {
            return new WebhookChanged(id.value());
        }
    }

    @Operation(
            summary = "Tell an address when an order of a unit’s subtree reaches one of these states",
            description = OWN + " The address is HTTPS and leads into the open Internet.")
    @NeedsScope(SCOPE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<WebhookChanged> open(Actor actor, @RequestBody NewWebhook webhook) {
        return webhooks.open(actor, new UnitId(webhook.unit()), webhook.address(), webhook.states())
                .map(WebhookChanged::of);
    }

    record SecretView(String secret) {}

    @Operation(
            summary = "The secret that signs the messages of a webhook",
            description = OWN + " Each look at it is written down.")
    @NeedsScope(SCOPE)
    @DecidedAnew
    @PostMapping("/{id}/secret-view")
    Outcome<SecretView> secret(Actor actor, @PathVariable WebhookId id) {
        return webhooks.secret(actor, id).map(SecretView::new);
    }

    @Operation(summary = "Another secret for a webhook; the former one signs too for a day", description = OWN)
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/secret")
    Outcome<WebhookChanged> renewSecret(Actor actor, @PathVariable WebhookId id) {
        return webhooks.renewSecret(actor, id).map(WebhookChanged::of);
    }

    record DeliveryMade(UUID delivery) {

        static DeliveryMade of(DeliveryId id) {
            return new DeliveryMade(id.value());
        }
    }

    @Operation(summary = "Send a message without an order, to see whether it arrives", description = OWN)
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/trial")
    Outcome<DeliveryMade> tryOut(Actor actor, @PathVariable WebhookId id) {
        return webhooks.tryOut(actor, id).map(DeliveryMade::of);
    }

    @Operation(summary = "Tell a webhook nothing for a while", description = OWN)
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/pause")
    Outcome<WebhookChanged> pause(Actor actor, @PathVariable WebhookId id) {
        return webhooks.pause(actor, id).map(WebhookChanged::of);
    }

    @Operation(summary = "Go on telling a webhook", description = OWN + " What happened while it rested is not told.")
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/resumption")
    Outcome<WebhookChanged> resume(Actor actor, @PathVariable WebhookId id) {
        return webhooks.resume(actor, id).map(WebhookChanged::of);
    }

    @Operation(summary = "Remove a webhook", description = OWN)
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/end")
    Outcome<WebhookChanged> end(Actor actor, @PathVariable WebhookId id) {
        return webhooks.end(actor, id).map(WebhookChanged::of);
    }

    record DeliveryView(
            UUID id,
            @Nullable String order,
            @Nullable State state,
            Instant madeAt,
            Instant dueAt,
            int attempts,
            @Nullable Integer status,
            @Nullable String trouble,
            Delivery.@Nullable Outcome outcome) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id().value(),
                    delivery.order(),
                    delivery.to(),
                    delivery.madeAt(),
                    delivery.dueAt(),
                    delivery.attempts(),
                    delivery.status(),
                    delivery.trouble(),
                    delivery.outcome());
        }
    }

    @Operation(summary = "What was sent to a webhook and what waits, the latest first", description = OWN)
    @NeedsScope(SCOPE)
    @GetMapping("/{id}/deliveries")
    Outcome<Slice<DeliveryView>> deliveries(Actor actor, @PathVariable WebhookId id, Paging paging) {
        var after = paging.cursor();
        var before = after == null ? null : new DeliveryId(after.id(0));
        return webhooks.deliveries(actor, id, before).map(found -> slice(found, paging));
    }

    private static Slice<DeliveryView> slice(List<Delivery> found, Paging paging) {
        return Slice.of(
                found, Webhooks.PAGE, paging, each -> Cursor.of(each.id().value()), DeliveryView::of);
    }

    @Operation(summary = "Send a message once more, with all attempts anew", description = OWN)
    @NeedsScope(SCOPE)
    @PostMapping("/{id}/deliveries/{delivery}/repetition")
    Outcome<DeliveryMade> again(Actor actor, @PathVariable WebhookId id, @PathVariable DeliveryId delivery) {
        return webhooks.again(actor, id, delivery).map(DeliveryMade::of);
    }
}
