package feiyan.demo.web;

import feiyan.demo.Players;
import feiyan.web.Loopback;
import feiyan.web.Reach;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Whether one may be anybody here: in a demo county only, and never from another machine. The server must listen to
 * this machine alone with no proxy before it, the request must come from it, and must have asked for it by its own name: a stranger's page
 * whose name was turned to this machine's address stays outside.
 */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
class Doorstep {

    private final Players players;
    private final Reach reach;

    Doorstep(Players players, Reach reach) {
        this.players = players;
        this.reach = reach;
    }

    boolean isOpen(HttpServletRequest request) {
        return reach.isThisMachineOnly() && Loopback.is(request) && players.areThere();
    }
}
