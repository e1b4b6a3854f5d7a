package feiyan.units.web;

import feiyan.accounts.BearerFacts;
import feiyan.accounts.SignedIn;
import feiyan.units.Actor;
import feiyan.units.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts in this request. The posts are read once, and anew for each request: a role taken away is gone at once.
 * Those of who comes with a token are read with it.
 */
@Component
class CurrentActor implements BearerFacts {

    private static final String KNOWN = CurrentActor.class.getName();

    private final Staff staff;
    private final HttpServletRequest request;

    CurrentActor(Staff staff, HttpServletRequest request) {
        this.staff = staff;
        this.request = request;
    }

    static Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn somebody
                ? Optional.of(somebody)
                : Optional.empty();
    }

    @Override
    public String sql() {
        return Staff.POSTS_OF_TOKEN;
    }

    @Override
    public void found(SignedIn owner, List<String> posts) {
        request.setAttribute(KNOWN, Staff.actor(owner, posts));
    }

    Optional<Actor> actor() {
        if (request.getAttribute(KNOWN) instanceof Actor known) {
            return Optional.of(known);
        }
        var actor = signedIn().map(staff::actor);
        actor.ifPresent(found -> request.setAttribute(KNOWN, found));
        return actor;
    }
}
