package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.Reason;
import feiyan.dispatch.Rolls;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    private final Persons names;

    RollPage(Rolls rolls, Persons names) {
        this.rolls = rolls;
        this.names = names;
    }

    @GetMapping("/orders/{id}/roll")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        var roll = rolls.of(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var people = Stream.concat(
                        roll.seats().stream().map(seat -> seat.facts().volunteer()),
                        roll.asked().stream().map(Rolls.Asked::person).filter(Objects::nonNull))
                .toList();
        return new ModelAndView(
                "attendance/roll",
                Map.of(
                        "roll",
                        roll,
                        "names",
                        names.names(actor.county(), people),
                        "me",
                        actor.person(),
                        "reasons",
                        Reason.FOR_BREAKING_OFF));
    }
}
