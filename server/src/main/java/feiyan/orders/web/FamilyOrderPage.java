package feiyan.orders.web;

import feiyan.accounts.Person;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.DraftText;
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
import org.springframework.web.bind.annotation.RequestParam;
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
        var station = homes.of(actor.county(), parent).map(Unit::id).orElse(null);
        var known = DraftText.Where.NOTHING.of(station, "", name(actor, parent), "");
        return new ModelAndView(VIEW, model(actor, id, parent, said("", known)));
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

    private Map<String, Object> model(Actor actor, FollowerId id, PersonId parent, DraftText said) {
        var model = new HashMap<String, Object>();
        model.put("tie", id);
        model.put("parent", name(actor, parent));
        model.put("said", said);
        model.put("townships", stations.byInstitute(actor.county()));
        model.put(
                "days", Days.from(clock.instant()).stream().filter(Days::isOne).toList());
        model.put("parts", DayPart.values());
        return model;
    }

    @PostMapping("/family/{id}/orders")
    ModelAndView place(
            Actor actor,
            @PathVariable FollowerId id,
            @RequestParam(defaultValue = "") String need,
            @ModelAttribute OrderForm form,
            RedirectAttributes redirect) {
        var parent = parent(actor, id);
        var said = said(need, form.typed());
        var mistakes = mistakes(actor, said);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, model(actor, id, parent, said));
        }
        var placed = reader.read(actor, said, false)
                .then(ready -> orders.place(actor, ready.need().askedBy(parent)));
        return switch (placed) {
            case Outcome.Done<OrderId>(var order) -> {
                Notice.done("orders.placed").on(redirect);
                yield Pages.next("/orders/" + order.value());
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/family");
        };
    }

    private static DraftText said(String need, DraftText.Where where) {
        return new DraftText(true, DraftText.What.NOTHING.saying(need, null), where);
    }

    private Mistakes mistakes(Actor actor, DraftText said) {
        var mistakes = reader.what(said.what(), false);
        reader.where(actor, said.where())
                .all()
                .forEach(mistake -> mistakes.add(
                        mistake.field(), mistake.code(), mistake.args().toArray()));
        return mistakes;
    }
}
