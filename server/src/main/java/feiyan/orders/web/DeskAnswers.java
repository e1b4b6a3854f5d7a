package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.Happening;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After an act at the desk: on to the next order, or who was faster and what they did. */
@Component
class DeskAnswers {

    private static final String FASTER = "order.moved_on";

    private final OrderBook book;
    private final Persons persons;
    private final Units units;

    DeskAnswers(OrderBook book, Persons persons, Units units) {
        this.book = book;
        this.persons = persons;
        this.units = units;
    }

    ModelAndView to(
            Actor actor,
            Outcome<OrderId> outcome,
            OrderId id,
            Onward onward,
            String done,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<OrderId> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(onward.after(id));
            }
            case Outcome.Refused(var refusal) -> refused(actor, refusal, id, onward);
        };
    }

    private ModelAndView refused(Actor actor, Refusal refusal, OrderId id, Onward onward) {
        return refusal.code().equals(FASTER)
                ? book.find(actor, id)
                        .map(order -> faster(actor, order, onward))
                        .orElseGet(() -> Pages.refused(refusal, onward.back(id)))
                : Pages.refused(refusal, onward.back(id));
    }

    private ModelAndView faster(Actor actor, OrderView order, Onward onward) {
        var last = order.history().getLast();
        var model = new HashMap<String, Object>();
        model.put("last", last);
        model.put("who", colleague(actor, order, last));
        model.put("unit", units.names(actor.county(), List.of(last.unit())).getOrDefault(last.unit(), ""));
        model.put("order", order);
        model.put("back", onward.back(order.id()));
        return new ModelAndView("orders/faster", model, HttpStatus.CONFLICT);
    }

    /** A colleague by name; what the resident or a volunteer did is told without. */
    private @Nullable String colleague(Actor actor, OrderView order, Happening last) {
        var by = last.actor();
        boolean amongUs = order.is(Relation.IN_CHARGE) || order.is(Relation.PATH);
        return by != null && amongUs && isByStaff(last) ? name(actor, by) : null;
    }

    private @Nullable String name(Actor actor, PersonId person) {
        return persons.names(actor.county(), List.of(person)).get(person);
    }

    private static boolean isByStaff(Happening last) {
        return switch (last.verb()) {
            case ASK_BACK, ESCALATE, HAND_DOWN, APPROVE, REFUSE, APPEAL_UPHELD, RESOLVE, MERGE, SPLIT, GROUP -> true;
            case PLACE, ANSWER, LAPSE, SERVED_BY_GROUP, OFFER, RUN_DRY, CONFIRM, RESCHEDULE, RESEAT -> false;
            case GIVE_BACK, NO_SHOW, START, FINISH, BREAK_OFF, CANCEL, RATE, CLOSE_UNRATED, REOPEN -> false;
        };
    }
}
