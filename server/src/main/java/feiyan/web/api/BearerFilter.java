package feiyan.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by its token, from the header alone: what stands in an address is written into logs. A session's
 * cookie does not count here, which is why no forged form can do anything.
 */
class BearerFilter extends OncePerRequestFilter {

    static final String CHALLENGE = "Bearer realm=\"feiyan\"";

    private static final Pattern HEADER = Pattern.compile("(?i)bearer +([A-Za-z0-9_.~+/-]+=*) *");

    /** Looked up once: it is asked for at each request. */
    private final SingletonSupplier<Bearers> bearers;

    private final ProblemWriter problems;

    BearerFilter(ObjectProvider<Bearers> bearers, ProblemWriter problems) {
        this.bearers = SingletonSupplier.ofNullable(bearers::getIfAvailable);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var bearer = header == null ? Optional.<Bearer>empty() : read(header);
        if (header != null && bearer.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
            problems.write(request, response, 401, "token");
            return;
        }
        bearer.ifPresent(BearerFilter::signIn);
        chain.doFilter(request, response);
    }

    private Optional<Bearer> read(String header) {
        var matcher = HEADER.matcher(header);
        var known = bearers.get();
        return matcher.matches() && known != null ? known.of(matcher.group(1)) : Optional.empty();
    }

    private static void signIn(Bearer bearer) {
        var somebody = UsernamePasswordAuthenticationToken.authenticated(bearer.somebody(), null, List.of());
        somebody.setDetails(bearer);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(somebody);
        SecurityContextHolder.setContext(context);
    }
}
