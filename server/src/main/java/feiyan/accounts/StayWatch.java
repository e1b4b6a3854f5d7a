package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.DbTime;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.web.SessionEnds;
import feiyan.web.SessionWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Judges each request of somebody signed in: whether the stay holds, by the policy of this moment, and whether staff are
 * where they may act as such; elsewhere they are the residents that they are, too.
 */
@Component
class StayWatch implements SessionWatch {

    static final String STAY = "stay";
    /** What a page asks for by itself while nobody touches it: that is no deed of anybody's. */
    static final String BY_ITSELF = "X-By-Itself";

    private static final String SIGN_IN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
    private static final Duration EXACT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Stays stays;
    private final Policies policies;
    private final StaffNetworks networks;
    private final InstantSource clock;

    StayWatch(JdbcClient jdbc, Stays stays, Policies policies, StaffNetworks networks, InstantSource clock) {
        this.jdbc = jdbc;
        this.stays = stays;
        this.policies = policies;
        this.networks = networks;
        this.clock = clock;
    }

    @Override
    public Optional<Authentication> actsAs(Authentication signedIn, HttpServletRequest request) {
        if (!(signedIn.getPrincipal() instanceof SignedIn who)) {
            return Optional.of(signedIn);
        }
        var policy = policies.of(who.county());
        var session = request.getSession(false);
        var elsewhere = who.staffProven() && !networks.allow(policy, request.getRemoteAddr());
        if (session != null && session.getAttribute(SIGN_IN) != null) {
            return holds(session, policy, elsewhere, request)
                    ? Optional.of(elsewhere ? asResident(who) : signedIn)
                    : Optional.empty();
        }
        // Not by a session: a token. It has no resident's part to fall back to.
        return elsewhere ? Optional.empty() : Optional.of(signedIn);
    }

    private static Authentication asResident(SignedIn who) {
        var resident = new SignedIn(who.account(), who.countyId(), who.person(), false);
        return UsernamePasswordAuthenticationToken.authenticated(resident, null, List.of());
    }

    private boolean holds(HttpSession session, Policy policy, boolean elsewhere, HttpServletRequest request) {
        var now = clock.instant();
        var limits = StayLimits.of(policy);
        var stay = open(session.getAttribute(STAY));
        if (stay.isEmpty()) {
            return false;
        }
        var over = limits.over(stay.get(), now);
        over.ifPresentOrElse(
                why -> stays.end(stay.get().id(), why),
                () -> limits.ends(stay.get(), seen(stay.get(), now, request), now, elsewhere).tell(request));
        return over.isEmpty();
    }

    private Optional<Stay> open(@Nullable Object id) {
        return id instanceof StayId(var value)
                ? jdbc.sql("select * from stay where id = :id and ended_at is null")
                        .param("id", value)
                        .query(Stays::stay)
                        .optional()
                : Optional.empty();
    }

    private static boolean isByItself(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(BY_ITSELF) != null
                || (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    /** To the minute: a write for each click would be work for nothing. Answers when somebody was last seen. */
    private Instant seen(Stay stay, Instant now, HttpServletRequest request) {
        if (isByItself(request) || Duration.between(stay.seen(), now).compareTo(EXACT) < 0) {
            return stay.seen();
        }
        jdbc.sql("update stay set seen_at = :now where id = :id and ended_at is null and seen_at < :now")
                .param("now", DbTime.of(now))
                .param("id", stay.id().value())
                .update();
        return now;
    }

    @Override
    public void left(HttpServletRequest request) {
        var stay = Stays.here(request);
        if (stay != null) {
            stays.end(stay, Ending.SIGNED_OUT);
        }
    }
}
