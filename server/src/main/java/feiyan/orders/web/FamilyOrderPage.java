package feiyan.orders.web;

import feiyan.accounts.Person;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Stations;
import feiyan.units.Unit;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A child orders for a parent who allowed it: in the child's words, in the parent's name, to the parent's station. */
@Controller
class FamilyOrderPage {

    private static final String VIEW = "orders/family-order";

    private final Followers followers;
    private final Orders orders;
    private final OrderFormReader reader;
    private final Persons persons;
    private final Homes homes;
    private final Stations stations;
    private final InstantSource clock;

    FamilyOrderPage(
            Followers followers,
            Orders orders,
            OrderFormReader reader,
            Persons persons,
            Homes homes,
            Stations stations,
            InstantSource clock) {
        this.followers = followers;
        this.orders = orders;
        this.reader = reader;
        this.persons = persons;
        this.homes = homes;
        this.stations = stations;
        this.clock = clock;
    }

    @GetMapping("/family/{id}/orders/new")
    ModelAndView form(Actor actor, @PathVariable FollowerId id) {
        var parent = parent(actor, id);
        var known = new OrderForm.Known(
                homes.of(actor.county(), parent).map(Unit::id).orElse(null), null, name(actor, parent), null);
        return new ModelAndView(VIEW, model(actor, id, parent, OrderForm.EMPTY.filledFrom(known)));
    }

    private PersonId parent(Actor actor, FollowerId id) {
        return followers.followedBy(actor).stream()
                .filter(tie -> tie.id().equals(id) && tie.mayOrder())
                .map(Follower::parent)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String name(Actor actor, PersonId parent) {
        return persons.find(actor.county(), parent).map(Person::name).orElse("");
    }

    private Map<String, Object> model(Actor actor, FollowerId id, PersonId parent, OrderForm form) {
        var model = new HashMap<String, Object>();
        model.put("tie", id);
        model.put("parent", name(actor, parent));
        model.put("form", form);
        model.put("townships", stations.byInstitute(actor.county()));
        model.put("days", Days.from(clock.instant()));
        model.put("parts", DayPart.values());
        return model;
    }

    @PostMapping("/family/{id}/orders")
    ModelAndView place(
            Actor actor, @PathVariable FollowerId id, @ModelAttribute OrderForm form, RedirectAttributes redirect) {
        var parent = parent(actor, id);
        var mistakes = reader.whole(form);
        if (!mistakes.isEmpty()) {
            return again(actor, id, parent, form, mistakes);
        }
        return switch (orders.place(actor, reader.read(actor, form).askedBy(parent))) {
            case Outcome.Done<OrderId>(var order) -> {
                Notice.done("orders.placed").on(redirect);
                yield Pages.next("/orders/" + order.value());
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/family");
        };
    }

    private ModelAndView again(Actor actor, FollowerId id, PersonId parent, OrderForm form, Mistakes mistakes) {
        return Pages.again(VIEW, mistakes, model(actor, id, parent, form));
    }
}
