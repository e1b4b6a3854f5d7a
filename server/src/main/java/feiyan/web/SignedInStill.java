package feiyan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request whether the sign-in still holds, and as whom one acts from here. In the security chain before
 * anything is allowed; on error pages too, since they show who is there.
 */
final class SignedInStill extends OncePerRequestFilter {

    private final ObjectProvider<SessionWatch> watch;

    SignedInStill(ObjectProvider<SessionWatch> watch) {
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody != null && !(somebody instanceof AnonymousAuthenticationToken)) {
            watch.ifAvailable(asked -> asked.actsAs(somebody, request)
                    .ifPresentOrElse(acting -> actAs(somebody, acting), () -> signOut(request)));
        }
        chain.doFilter(request, response);
    }

    /** For this request only: the session keeps whoever signed in. */
    private static void actAs(Authentication somebody, Authentication acting) {
        if (!acting.equals(somebody)) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(acting);
            SecurityContextHolder.setContext(context);
        }
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Files are everybody's, and no session is looked up for them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/_static/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
