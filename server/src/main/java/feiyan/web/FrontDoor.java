package feiyan.web;

import feiyan.web.Arrival.Direct;
import feiyan.web.Arrival.Forwarded;
import feiyan.web.Arrival.InClear;
import feiyan.web.Arrival.Misdirected;
import feiyan.web.Arrival.Mumbled;
import feiyan.web.api.ApiPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before all else: nobody from beyond this machine comes in without HTTPS, or under a name that is not ours, and
 * whoever stands behind a proxy is told by a proxy that is believed. From here on the request's address, scheme and
 * host are the visitor's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FrontDoor extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final Reach reach;

    FrontDoor(Reach reach) {
        this.reach = reach;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var arrival = Arrival.of(request, reach);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(seen(arrival, request), response);
            return;
        }
        switch (arrival) {
            case Direct here -> chain.doFilter(request, response);
            case Forwarded through -> chain.doFilter(seen(through, request), response);
            case InClear clear -> toHttps(request, response);
            case Misdirected lost -> response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
            case Mumbled unsaid -> mumbled(request, response);
        }
    }

    /** The page that says what went wrong is the visitor's too, whatever it was. */
    private static HttpServletRequest seen(Arrival arrival, HttpServletRequest request) {
        return arrival instanceof Forwarded(var visitor) ? new ForwardedRequest(request, visitor) : request;
    }

    /**
     * A form or a machine's token that was sent in clear has been read by others already; sending it again would not
     * help, and whoever set the machine up would never notice.
     */
    private void toHttps(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LOOKING.contains(request.getMethod())
                || ApiPath.is(request.getRequestURI())
                || reach.publicUrl() == null) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        var query = request.getQueryString();
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                reach.publicAddress() + request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static void mumbled(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.warn(
                "The proxy {} does not say for whom it speaks: see docs/network.md for what it has to send",
                request.getRemoteAddr());
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
