package feiyan.operations;

import feiyan.platform.Networks;
import feiyan.web.Loopback;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who looks inside: this machine itself, and those that are named. A browser on it that was led here by a stranger's
 * page does not, nor does what a proxy passes on; and nobody changes anything.
 */
final class InsideDoor extends OncePerRequestFilter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final Pattern ROOMS = Pattern.compile("/actuator/(?:prometheus|health(?:/(?:liveness|readiness))?)");

    private final Networks watchers;

    InsideDoor(Networks watchers) {
        this.watchers = watchers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refused = refusal(request);
        if (refused == null) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(refused.value());
        }
    }

    /** By a bare number: there is no page here to say more. */
    private @Nullable HttpStatus refusal(HttpServletRequest request) {
        if (!Loopback.is(request) && !watchers.contain(request.getRemoteAddr())) {
            return HttpStatus.FORBIDDEN;
        }
        if (!LOOKING.contains(request.getMethod())) {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
        return ROOMS.matcher(request.getRequestURI()).matches() ? null : HttpStatus.NOT_FOUND;
    }
}
