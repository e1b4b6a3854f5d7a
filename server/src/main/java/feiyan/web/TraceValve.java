package feiyan.web;

import feiyan.platform.Trace;
import feiyan.web.api.ApiPath;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives each request its {@link Trace}: before all filters, so that the container's own lines bear it, too. A proxy
 * that is believed may bring its own; a visitor may not, or somebody else's lines would be mixed with theirs.
 */
final class TraceValve extends ValveBase {

    private static final String HERE = TraceValve.class.getName();

    private final Reach reach;

    TraceValve(Reach reach) {
        super(true);
        this.reach = reach;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var trace = of(request);
        if (ApiPath.is(request.getRequestURI())) {
            response.setHeader("X-Trace-Id", trace.id());
        }
        try (var _ = trace.open()) {
            getNext().invoke(request, response);
        }
    }

    /** An answer that is given later, by another thread, comes through here again. */
    private Trace of(Request request) {
        if (request.getAttribute(HERE) instanceof Trace known) {
            return known;
        }
        var trace = reach.proxies().contain(request.getRemoteAddr())
                ? Trace.told(request.getHeader("traceparent")).orElseGet(Trace::fresh)
                : Trace.fresh();
        request.setAttribute(HERE, trace);
        return trace;
    }
}
