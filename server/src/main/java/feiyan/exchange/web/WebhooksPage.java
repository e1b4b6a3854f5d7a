package feiyan.exchange.web;

import feiyan.exchange.DeliveryId;
import feiyan.exchange.WebhookId;
import feiyan.exchange.Webhooks;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.web.Choice;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which other systems are told of the orders of a unit, and how that goes. */
@Controller
@RequestMapping("/admin/webhooks")
class WebhooksPage {

    private static final String PATH = "/admin/webhooks";
    /** What an integrator mostly waits for. */
    private static final Set<State> USUAL = Set.of(State.APPROVED, State.ACCEPTED, State.SERVED, State.CLOSED);

    private final Webhooks webhooks;
    private final Units units;

    WebhooksPage(Webhooks webhooks, Units units) {
        this.webhooks = webhooks;
        this.units = units;
    }

    @GetMapping
    ModelAndView all(Actor actor) {
        return new ModelAndView("exchange/webhooks", model(actor, "", USUAL, null));
    }

    private Map<String, Object> model(Actor actor, String address, Set<State> ticked, @Nullable UnitId unit) {
        var own = Arrays.stream(actor.unitsAs(Role.ADMINISTRATOR))
                .map(UnitId::new)
                .toList();
        var names = units.names(actor.county(), own);
        var model = new HashMap<String, Object>();
        model.put("webhooks", shown(webhooks.all(actor)));
        model.put("address", address);
        model.put("ticked", ticked);
        model.put("states", states());
        model.put(
                "units",
                own.stream()
                        .map(each -> new Choice(each.value().toString(), names.getOrDefault(each, ""), null))
                        .toList());
        model.put(
                "unit",
                unit == null ? own.getFirst().value().toString() : unit.value().toString());
        return model;
    }

    private static List<State> states() {
        return Arrays.stream(State.values()).filter(state -> state != State.NEW).toList();
    }

    @PostMapping
    ModelAndView open(
            Actor actor,
            @RequestParam UnitId unit,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable Set<State> state,
            RedirectAttributes redirect) {
        var ticked = state == null ? Set.<State>of() : state;
        return switch (webhooks.open(actor, unit, address, ticked)) {
            case Refused<WebhookId>(var refusal) ->
                field(refusal)
                        .map(field -> Pages.again(
                                "exchange/webhooks",
                                new Mistakes().add(field, "refusal." + refusal.code()),
                                model(actor, address, ticked, unit)))
                        .orElseGet(() -> refused(refusal, PATH));
            case Done<WebhookId>(var made) -> {
                Notice.done("webhooks.opened").on(redirect);
                yield Pages.next(path(made));
            }
        };
    }

    /** What another spelling would put right. */
    private static Optional<String> field(Refusal refusal) {
        return switch (refusal.code()) {
            case "webhook.address" -> Optional.of("address");
            case "webhook.states" -> Optional.of("state");
            default -> Optional.empty();
        };
    }

    @GetMapping("/{id}")
    ModelAndView one(
            Actor actor, @PathVariable WebhookId id, @RequestParam(required = false) @Nullable DeliveryId before) {
        return page(actor, id, before);
    }

    private ModelAndView page(Actor actor, WebhookId id, @Nullable DeliveryId before) {
        var deliveries = shown(webhooks.deliveries(actor, id, before));
        var more = deliveries.size() < Webhooks.PAGE
                ? null
                : path(id) + "?before=" + deliveries.getLast().id().value();
        return new ModelAndView("exchange/webhook")
                .addObject("webhook", shown(webhooks.one(actor, id)))
                .addObject("deliveries", deliveries)
                .addObject("more", more);
    }

    /** Shown in the answer itself: it stands in no address, no history and no session. */
    @PostMapping("/{id}/secret-view")
    ModelAndView secret(Actor actor, @PathVariable WebhookId id) {
        var secret = shown(webhooks.secret(actor, id));
        return page(actor, id, null).addObject("secret", secret);
    }

    @PostMapping("/{id}/secret")
    ModelAndView renewSecret(Actor actor, @PathVariable WebhookId id, RedirectAttributes redirect) {
        return done(webhooks.renewSecret(actor, id), "webhooks.renewed", redirect, path(id));
    }

    @PostMapping("/{id}/trial")
    ModelAndView tryOut(Actor actor, @PathVariable WebhookId id, RedirectAttributes redirect) {
        return done(webhooks.tryOut(actor, id), "webhooks.trial.sent", redirect, path(id));
    }

    @PostMapping("/{id}/pause")
    ModelAndView pause(Actor actor, @PathVariable WebhookId id, RedirectAttributes redirect) {
        return done(webhooks.pause(actor, id), "webhooks.paused", redirect, path(id));
    }

    @PostMapping("/{id}/resumption")
    ModelAndView resume(Actor actor, @PathVariable WebhookId id, RedirectAttributes redirect) {
        return done(webhooks.resume(actor, id), "webhooks.resumed", redirect, path(id));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(Actor actor, @PathVariable WebhookId id, RedirectAttributes redirect) {
        return done(webhooks.end(actor, id), "webhooks.ended", redirect, PATH);
    }

    @PostMapping("/{id}/deliveries/{delivery}/repetition")
    ModelAndView again(
            Actor actor, @PathVariable WebhookId id, @PathVariable DeliveryId delivery, RedirectAttributes redirect) {
        return done(webhooks.again(actor, id, delivery), "webhooks.again.done", redirect, path(id));
    }

    private static String path(WebhookId id) {
        return PATH + "/" + id.value();
    }

    private static <T> T shown(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw closed(refusal);
        };
    }

    private static ModelAndView done(Outcome<?> outcome, String notice, RedirectAttributes redirect, String path) {
        return switch (outcome) {
            case Done<?> done -> {
                Notice.done(notice).on(redirect);
                yield Pages.next(path);
            }
            case Refused<?>(var refusal) -> refused(refusal, path);
        };
    }

    private static ModelAndView refused(Refusal refusal, String back) {
        if (refusal.code().equals("webhook.not_yours") || refusal.code().equals("webhook.unknown")) {
            throw closed(refusal);
        }
        return Pages.refused(refusal, back);
    }

    private static RuntimeException closed(Refusal refusal) {
        return refusal.code().equals("webhook.unknown")
                ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                : new AccessDeniedException(refusal.code());
    }
}
