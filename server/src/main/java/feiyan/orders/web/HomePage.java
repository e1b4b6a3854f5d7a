package feiyan.orders.web;

import feiyan.orders.Drafts;
import feiyan.orders.Followers;
import feiyan.orders.MyOrders;
import feiyan.orders.NamedVolunteers;
import feiyan.orders.OrderLine;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.Pages;
import feiyan.web.PublicPaths;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody begins: the county's door for strangers, the resident's own page, the desk of who works here. */
@Controller
class HomePage implements PublicPaths {

    private static final int LATEST = 3;

    private final MyOrders mine;
    private final OrderNames names;
    private final NamedVolunteers volunteers;
    private final Drafts drafts;
    private final Followers followers;

    HomePage(MyOrders mine, OrderNames names, NamedVolunteers volunteers, Drafts drafts, Followers followers) {
        this.mine = mine;
        this.names = names;
        this.volunteers = volunteers;
        this.drafts = drafts;
        this.followers = followers;
    }

    @GetMapping("/")
    ModelAndView home(Optional<Actor> signedIn) {
        if (signedIn.isEmpty()) {
            return new ModelAndView("orders/welcome");
        }
        var actor = signedIn.get();
        return actor.holds(Role.CLERK) || actor.holds(Role.DISPATCHER) ? Pages.next("/inbox") : resident(actor);
    }

    private ModelAndView resident(Actor actor) {
        var latest = mine.of(actor, null).stream().limit(LATEST).toList();
        var known = names.of(actor.county(), latest);
        var coming = volunteers.coming(
                actor.county(), latest.stream().map(OrderLine::id).toList());
        var model = new HashMap<String, Object>();
        model.put("rows", latest.stream().map(line -> OrderRow.of(line, known)).toList());
        model.put("coming", coming);
        model.put("open", drafts.open(actor).orElse(null));
        model.put("asking", followers.asking(actor).size());
        return new ModelAndView("orders/home", model);
    }

    @Override
    public List<String> patterns() {
        return List.of("/");
    }
}
