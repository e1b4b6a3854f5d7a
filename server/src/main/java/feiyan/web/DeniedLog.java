package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who was refused at which door, for the operator's log: by the route and the account's id, never by the address that
 * was asked for, since somebody's id or words may stand in it.
 */
public final class DeniedLog {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedLog.class);

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private DeniedLog() {}

    /**
     * Where the answer is a refusal. What is not one's own is answered as if it were not there: so whoever asks for a
     * thing by its id and finds none counts, too. One is a mistyped link, a hundred are somebody who tries doors.
     */
    public static void answered(HttpServletRequest request, int status, String why) {
        if (REFUSALS.contains(status) || (status == 404 && asksForAThing(request))) {
            note(request, status, why);
        }
    }

    private static boolean asksForAThing(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                && !parts.isEmpty();
    }

    private static void note(HttpServletRequest request, int status, String why) {
        LOG.info("refused {}: {} {}, {}, {}", status, request.getMethod(), route(request), who(), why);
    }

    private static Object route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "before any page" : pattern;
    }

    private static String who() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Principal somebody
                ? "account " + somebody.getName()
                : "nobody signed in";
    }
}
