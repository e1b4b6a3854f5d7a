package feiyan.units.web;

import feiyan.accounts.BearerFacts;
import feiyan.accounts.SignedIn;
import feiyan.units.Actor;
import feiyan.units.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts in this request. The posts are read once, and anew for each request: a role taken away counts for nothing in
 * whatever is asked after that. Those of who comes with a token are read with it; whoever had to wait a second after
 * that is asked about once more.
 */
@Component
class CurrentActor implements BearerFacts {

    private static final String KNOWN = CurrentActor.class.getName();
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Staff staff;
    private final HttpServletRequest request;
    private final InstantSource clock;

    CurrentActor(Staff staff, HttpServletRequest request, InstantSource clock) {
        this.staff = staff;
        this.request = request;
        this.clock = clock;
    }

    /** A write may wait for its key and its turn before it is judged. */
    private record WithToken(Actor actor, Instant read) {}

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
        request.setAttribute(KNOWN, new WithToken(Staff.actor(owner, posts), clock.instant()));
    }

    Optional<Actor> actor() {
        if (request.getAttribute(KNOWN) instanceof Actor known) {
            return Optional.of(known);
        }
        var actor = withToken().or(() -> signedIn().map(staff::actor));
        actor.ifPresent(found -> request.setAttribute(KNOWN, found));
        return actor;
    }

    private Optional<Actor> withToken() {
        return request.getAttribute(KNOWN) instanceof WithToken known
                        && clock.instant().isBefore(known.read.plus(AT_ONCE))
                ? Optional.of(known.actor)
                : Optional.empty();
    }
}
