package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After each command on an order: back to its page, with what was done or why not. */
final class Answers {

    private Answers() {}

    static ModelAndView to(Outcome<OrderId> outcome, OrderId id, String done, RedirectAttributes redirect) {
        var page = "/orders/" + id.value();
        return switch (outcome) {
            case Outcome.Done<OrderId> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(page);
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, page);
        };
    }
}
