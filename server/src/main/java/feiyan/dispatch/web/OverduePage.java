package feiyan.dispatch.web;

import feiyan.dispatch.OverdueBoard;
import feiyan.dispatch.OverdueClock;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.web.Live;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is late in one's subtree, true while it is open. */
@Controller
class OverduePage {

    private final OverdueBoard board;
    private final OverdueView view;
    private final Live live;

    OverduePage(OverdueBoard board, OverdueView view, Live live) {
        this.board = board;
        this.view = view;
        this.live = live;
    }

    @GetMapping("/overdue")
    ModelAndView show(
            Actor actor,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable OverdueClock clock) {
        return new ModelAndView("dispatch/overdue", model(actor, unit, clock))
                .addObject("own", actor.unitsAs(Role.CLERK, Role.DISPATCHER)[0]);
    }

    /** The piece of the page that comes anew. */
    @GetMapping("/overdue/rows")
    ModelAndView rows(
            Actor actor,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable OverdueClock clock) {
        return new ModelAndView("dispatch/parts/overdue :: board", model(actor, unit, clock));
    }

    private Map<String, Object> model(Actor actor, @Nullable UnitId unit, @Nullable OverdueClock clock) {
        forTheDesk(actor);
        return view.model(actor.county(), board.of(actor), board.hidden(actor), unit, clock);
    }

    @GetMapping(path = "/overdue/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(Actor actor) {
        forTheDesk(actor);
        return live.open(OverdueNews.topic(actor.county()));
    }

    static void forTheDesk(Actor actor) {
        if (!actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
