package feiyan.orders.web;

import feiyan.orders.Followers;
import feiyan.orders.MyOrders;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.Pages;
import feiyan.web.PublicPaths;
import java.util.List;
import java.util.Map;
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
    private final Followers followers;

    HomePage(MyOrders mine, OrderNames names, Followers followers) {
        this.mine = mine;
        this.names = names;
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
        return new ModelAndView(
                "orders/home",
                Map.of(
                        "asking",
                        followers.asking(actor).size(),
                        "rows",
                        latest.stream().map(line -> OrderRow.of(line, known)).toList()));
    }

    @Override
    public List<String> patterns() {
        return List.of("/");
    }
}
