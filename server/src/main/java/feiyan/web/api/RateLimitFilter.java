package feiyan.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** So much a minute for each token, and for all tokens of a person together; the answer says how much is left. */
class RateLimitFilter extends OncePerRequestFilter {

    private final Buckets buckets;
    private final ProblemWriter problems;
    private final int ofToken;
    private final int ofPerson;
    private final String policy;

    RateLimitFilter(Buckets buckets, ProblemWriter problems, int ofToken, int ofPerson) {
        this.buckets = buckets;
        this.problems = problems;
        this.ofToken = ofToken;
        this.ofPerson = ofPerson;
        this.policy = policy("token", ofToken) + ", " + policy("person", ofPerson);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bearer = Bearer.current().orElseThrow();
        var token = buckets.take("t" + bearer.token(), ofToken);
        var person = buckets.take("p" + bearer.county() + "/" + bearer.person(), ofPerson);
        // Names and shape of draft-ietf-httpapi-ratelimit-headers-10.
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", left("token", token) + ", " + left("person", person));
        if (token.allowed() && person.allowed()) {
            chain.doFilter(request, response);
        } else {
            long wait = Math.max(1, Math.max(token.untilNext(), person.untilNext()));
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "too_many");
        }
    }

    private static String policy(String name, int quota) {
        return "\"" + name + "\";q=" + quota + ";w=60";
    }

    private static String left(String name, Buckets.Level level) {
        return "\"" + name + "\";r=" + level.left() + ";t=" + level.untilFull();
    }
}
