package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.Presence;
import feiyan.attendance.Presences;
import feiyan.attendance.Reason;
import feiyan.dispatch.Rolls;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.util.HashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The unit's page of who comes to an order, for where no leader keeps the roll. */
@Controller
class RollPage {

    private final Rolls rolls;
    private final Presences presences;
    private final Persons names;

    RollPage(Rolls rolls, Presences presences, Persons names) {
        this.rolls = rolls;
        this.presences = presences;
        this.names = names;
    }

    @GetMapping("/orders/{id}/roll")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        var roll = rolls.of(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var model = new HashMap<String, Object>();
        model.put("roll", roll);
        model.put("names", names.names(actor.county(), roll.people()));
        model.put("me", actor.person());
        model.put("reasons", Reason.FOR_BREAKING_OFF);
        model.put(
                "presences",
                presences.of(roll).stream().collect(Collectors.toMap(Presence::seat, Function.identity())));
        return new ModelAndView("attendance/roll", model);
    }
}
