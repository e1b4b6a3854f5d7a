package feiyan.demo.web;

import feiyan.demo.Players;
import feiyan.web.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Whether one may be anybody here: in a demo county only, and never from another machine. The server must listen to
 * this machine alone, the request must come from it, and must have asked for it by its own name: a stranger's page
 * whose name was turned to this machine's address stays outside.
 */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
class Doorstep {

    private final Players players;
    private final boolean listensHereOnly;

    Doorstep(Players players, ServerProperties server) {
        this.players = players;
        this.listensHereOnly =
                server.getAddress() != null && server.getAddress().isLoopbackAddress();
    }

    boolean isOpen(HttpServletRequest request) {
        return listensHereOnly && Loopback.is(request) && players.areThere();
    }
}
