package feiyan.orders.web;

import feiyan.orders.CallBack;
import feiyan.orders.CallBacks;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
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

/** Whom to call: for a rating, for the answer to a question. One call at a time, noted whether it reached anybody. */
@Controller
class CallBacksPage {

    private static final String PAGE = "/call-backs";

    private final CallBacks callBacks;
    private final Review review;
    private final Orders orders;
    private final OrderNames names;

    CallBacksPage(CallBacks callBacks, Review review, Orders orders, OrderNames names) {
        this.callBacks = callBacks;
        this.review = review;
        this.orders = orders;
        this.names = names;
    }

    @GetMapping(PAGE)
    ModelAndView list(Actor actor) {
        return list(actor, null, null);
    }

    private ModelAndView list(Actor actor, @Nullable OrderId calling, @Nullable String phone) {
        onlyDesks(actor);
        var forRating = callBacks.forRating(actor);
        var forAnswer = callBacks.forAnswer(actor);
        var model = new HashMap<String, Object>();
        model.put("forRating", forRating);
        model.put("forAnswer", forAnswer);
        model.put("names", names.of(actor.county(), lines(forRating, forAnswer)));
        model.put("calling", calling);
        model.put("phone", phone);
        return new ModelAndView("orders/call-backs", model);
    }

    /**
     * A requester answers and rates on pages of her own: what comes from here is what somebody was told by telephone.
     */
    private static void onlyDesks(Actor actor) {
        if (!actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static List<OrderLine> lines(List<CallBack> some, List<CallBack> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(CallBack::order)
                .toList();
    }

    /** The number, for the one who calls now. A POST, since each view is written down. */
    @PostMapping(PAGE + "/{id}/phone-view")
    ModelAndView phone(Actor actor, @PathVariable OrderId id) {
        onlyDesks(actor);
        return switch (callBacks.phone(actor, id)) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, PAGE);
            case Outcome.Done(var phone) -> list(actor, id, phone);
        };
    }

    @PostMapping(PAGE + "/{id}/call")
    ModelAndView called(
            Actor actor, @PathVariable OrderId id, @RequestParam boolean reached, RedirectAttributes redirect) {
        onlyDesks(actor);
        var noted = review.called(actor, id, reached);
        return answer(noted, reached ? "call_back.reached" : "call_back.not_reached", redirect);
    }

    @PostMapping(PAGE + "/{id}/rating")
    ModelAndView rate(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam boolean solved,
            @RequestParam(required = false) @Nullable Integer timeliness,
            @RequestParam(required = false) @Nullable Integer attitude,
            @RequestParam(required = false) @Nullable Integer quality,
            @RequestParam(required = false) @Nullable String words,
            RedirectAttributes redirect) {
        onlyDesks(actor);
        var said = new Rating(solved, timeliness, attitude, quality, words, Rating.How.CALL_BACK);
        var done = solved ? "call_back.rated" : "call_back.reopened";
        return answer(orders.rate(actor, id, version, said), done, redirect);
    }

    @PostMapping(PAGE + "/{id}/answer")
    ModelAndView answered(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            RedirectAttributes redirect) {
        onlyDesks(actor);
        return answer(orders.answer(actor, id, version, words), "call_back.answered", redirect);
    }

    private static ModelAndView answer(Outcome<OrderId> outcome, String done, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, PAGE);
            case Outcome.Done<OrderId> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(PAGE);
            }
        };
    }
}
