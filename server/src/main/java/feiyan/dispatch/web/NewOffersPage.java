package feiyan.dispatch.web;

import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatcher's plain list: when, and whom to ask. */
@Controller
class NewOffersPage {

    private static final String VIEW = "dispatch/new-offers";
    private static final String OUTSIDE = "offer.outside_window";

    private final Offers offers;
    private final WhomToAsk whom;
    private final ServiceSheets sheets;
    private final InstantSource clock;

    NewOffersPage(Offers offers, WhomToAsk whom, ServiceSheets sheets, InstantSource clock) {
        this.offers = offers;
        this.whom = whom;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/orders/{id}/offers/new")
    ModelAndView choose(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String name) {
        var order = inCharge(actor, id);
        if (!canAsk(order)) {
            return Pages.refused(Refusal.of("order.not_now", order.state().name()), page(id));
        }
        var form = OfferForm.look(from, name);
        return from != null && timeOf(actor, order, form) instanceof Outcome.Refused<Slot>(var why)
                ? again(
                        actor,
                        order,
                        form,
                        new Mistakes().add("from", code(why), why.args().toArray()))
                : new ModelAndView(VIEW, whom.model(actor, order, time(actor, order, form), form));
    }

    @PostMapping("/orders/{id}/offers")
    ModelAndView make(Actor actor, @PathVariable OrderId id, OfferForm form, RedirectAttributes redirect) {
        var order = inCharge(actor, id);
        if (!canAsk(order)) {
            return Pages.refused(Refusal.of("order.not_now", order.state().name()), page(id));
        }
        var time = timeOf(actor, order, form);
        var mistakes = mistakes(form, time);
        return time instanceof Outcome.Done<Slot>(var when) && mistakes.isEmpty()
                ? answered(id, form, asked(actor, order, form, when), redirect)
                : again(actor, order, form, mistakes);
    }

    private static Mistakes mistakes(OfferForm form, Outcome<Slot> time) {
        var mistakes = new Mistakes();
        if (time instanceof Outcome.Refused<Slot>(var why)) {
            mistakes.add("from", code(why), why.args().toArray());
        }
        if (form.invitees().isEmpty()) {
            mistakes.add("whom", "dispatch.nobody_ticked");
        }
        return mistakes;
    }

    /** What to do is told beside the field, in the words of the refusal. */
    private static String code(Refusal why) {
        return why.code().equals(OUTSIDE) ? "dispatch.time.outside" : "refusal." + why.code();
    }

    private Outcome<Integer> asked(Actor actor, ServiceSheet order, OfferForm form, Slot time) {
        int seen = form.version() == null ? 0 : form.version();
        var invitees = form.invitees();
        return switch (form.asked()) {
            case AS_NEEDED ->
                offers.makeAsNeeded(actor, order.id(), seen, time, invitees).map(made -> made.size());
            case AT_ONCE -> offers.make(actor, order.id(), seen, time, invitees).map(made -> made.size());
            case IN_TURN ->
                offers.makeInTurn(actor, order.id(), seen, time, invitees).map(made -> made.size());
        };
    }

    private ModelAndView answered(OrderId id, OfferForm form, Outcome<Integer> outcome, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done(var made) -> {
                int later = form.invitees().size() - made;
                (later > 0
                                ? Notice.done("dispatch.offered." + form.asked().code(), made, later)
                                : Notice.done("dispatch.offered", made))
                        .on(redirect);
                yield Pages.next(page(id));
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, page(id) + "/offers/new");
        };
    }

    private ModelAndView again(Actor actor, ServiceSheet order, OfferForm form, Mistakes mistakes) {
        return Pages.again(VIEW, mistakes, whom.model(actor, order, time(actor, order, form), form));
    }

    @PostMapping("/orders/{id}/go-ahead")
    ModelAndView goAhead(
            Actor actor, @PathVariable OrderId id, @RequestParam int version, RedirectAttributes redirect) {
        return Back.to(page(id), offers.goAhead(actor, id, version), "dispatch.agreed", redirect);
    }

    private ServiceSheet inCharge(Actor actor, OrderId id) {
        return sheets.inCharge(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean canAsk(ServiceSheet order) {
        return order.project() != null
                && switch (order.state()) {
                    case APPROVED, OFFERED, ACCEPTED, IN_SERVICE -> true;
                    case NEW, SUBMITTED, RETURNED, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> false;
                };
    }

    /** Set already where somebody was asked; else as it was written, where it suits. */
    private Outcome<Slot> timeOf(Actor actor, ServiceSheet order, OfferForm form) {
        return fixed(actor, order)
                .map(Outcome::done)
                .orElseGet(() -> ProposedTime.read(order, form.from())
                        .map(time -> offers.timeStands(actor.county(), order, time))
                        .orElseGet(() -> Outcome.refused(OUTSIDE)));
    }

    private Slot time(Actor actor, ServiceSheet order, OfferForm form) {
        return switch (timeOf(actor, order, form)) {
            case Outcome.Done<Slot>(var time) -> time;
            case Outcome.Refused<Slot> _ -> ProposedTime.of(order, clock.instant());
        };
    }

    private Optional<Slot> fixed(Actor actor, ServiceSheet order) {
        boolean agreed = order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE;
        return agreed ? Optional.ofNullable(order.agreed()) : offers.timeOut(actor.county(), order.id());
    }

    private static String page(OrderId id) {
        return "/orders/" + id.value();
    }
}
