package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.FamilyOrders;
import feiyan.orders.FollowRequest;
import feiyan.orders.FollowRequestId;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who follows my orders, whose I follow, and who asks whom. */
@Controller
class FamilyPage {

    private static final String PAGE = "/family";
    private static final String VIEW = "orders/family";

    private final Followers followers;
    private final FamilyOrders family;
    private final OrderNames names;
    private final Persons persons;

    FamilyPage(Followers followers, FamilyOrders family, OrderNames names, Persons persons) {
        this.followers = followers;
        this.family = family;
        this.names = names;
        this.persons = persons;
    }

    @GetMapping(PAGE)
    ModelAndView show(Actor actor) {
        return new ModelAndView(VIEW, model(actor, "", false));
    }

    private Map<String, Object> model(Actor actor, String phone, boolean mayOrder) {
        var asking = followers.asking(actor);
        var mine = followers.followersOf(actor);
        var parents = followers.followedBy(actor);
        var model = new HashMap<String, Object>();
        model.put("asking", asking);
        model.put("asked", followers.asked(actor));
        model.put("followers", mine);
        model.put("parents", parents);
        model.put("people", people(actor, asking, mine, parents));
        model.put("phone", phone);
        model.put("mayOrder", mayOrder);
        return model;
    }

    private Map<PersonId, String> people(
            Actor actor, List<FollowRequest> asking, List<Follower> mine, List<Follower> parents) {
        var known = Stream.concat(
                        asking.stream().map(FollowRequest::follower),
                        Stream.concat(mine.stream(), parents.stream())
                                .flatMap(tie -> Stream.of(tie.parent(), tie.follower())))
                .distinct()
                .toList();
        return persons.names(actor.county(), known);
    }

    @GetMapping(PAGE + "/orders")
    ModelAndView orders(Actor actor, @RequestParam(required = false) @Nullable OrderId before) {
        var lines = family.of(actor, before);
        var known = names.of(actor.county(), lines);
        var model = new HashMap<String, Object>();
        model.put("rows", lines.stream().map(line -> OrderRow.of(line, known)).toList());
        model.put(
                "more",
                lines.size() < FamilyOrders.PAGE
                        ? null
                        : PAGE + "/orders?before=" + lines.getLast().id().value());
        return new ModelAndView("orders/family-orders", model);
    }

    /** The same words whoever has the number. */
    @PostMapping(PAGE + "/requests")
    ModelAndView ask(
            Actor actor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean mayOrder,
            RedirectAttributes redirect) {
        return switch (followers.ask(actor, phone, mayOrder)) {
            case Outcome.Done<PersonId> _ -> told("family.asked.done", redirect);
            case Outcome.Refused(var refusal) ->
                refusal.code().startsWith("throttle.")
                        ? Pages.refused(refusal, PAGE)
                        : Pages.again(
                                VIEW,
                                new Mistakes()
                                        .add(
                                                "phone",
                                                "refusal." + refusal.code(),
                                                refusal.args().toArray()),
                                model(actor, phone, mayOrder));
        };
    }

    @PostMapping(PAGE + "/requests/{id}/permission")
    ModelAndView allow(
            Actor actor,
            @PathVariable FollowRequestId id,
            @RequestParam(defaultValue = "false") boolean mayOrder,
            RedirectAttributes redirect) {
        return answered(followers.allow(actor, id, mayOrder), "family.allowed", redirect);
    }

    @PostMapping(PAGE + "/requests/{id}/denial")
    ModelAndView deny(Actor actor, @PathVariable FollowRequestId id, RedirectAttributes redirect) {
        return answered(followers.deny(actor, id), "family.denied", redirect);
    }

    @PostMapping(PAGE + "/requests/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable FollowRequestId id, RedirectAttributes redirect) {
        return answered(followers.takeBack(actor, id), "family.taken_back", redirect);
    }

    @PostMapping(PAGE + "/followers/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable FollowerId id, RedirectAttributes redirect) {
        return answered(followers.withdraw(actor, id), "family.withdrawn", redirect);
    }

    private static ModelAndView answered(Outcome<?> outcome, String done, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> told(done, redirect);
            case Outcome.Refused<?>(var refusal) -> Pages.refused(refusal, PAGE);
        };
    }

    private static ModelAndView told(String done, RedirectAttributes redirect) {
        Notice.done(done).on(redirect);
        return Pages.next(PAGE);
    }
}
