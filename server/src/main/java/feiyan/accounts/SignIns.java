package feiyan.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens the session of somebody whose sign-in is complete. */
@Component
public class SignIns {

    static final Duration STAFF_IDLE = Duration.ofMinutes(30);
    static final Duration RESIDENT_IDLE = Duration.ofDays(30);
    static final String STAYS = SignIns.class.getName() + ".stays";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /**
     * A session of its own rather than the old one under a new id: nothing that was put into it before the sign-in
     * comes along.
     */
    public void open(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        if (!who.staffProven()) {
            request.setAttribute(STAYS, true);
        }
        var idle = who.staffProven() ? STAFF_IDLE : RESIDENT_IDLE;
        request.getSession(true).setMaxInactiveInterval((int) idle.toSeconds());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
