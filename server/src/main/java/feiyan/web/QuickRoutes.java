package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a request without asking each of a thousand routes, as Spring does for every path that has a
 * variable in it. Only the plain case is decided here: one route of those that the path may be for matches. None or
 * several, and Spring looks itself.
 */
final class QuickRoutes extends RequestMappingHandlerMapping {

    private record Known(RouteTree<RequestMappingInfo> tree, Map<RequestMappingInfo, HandlerMethod> methods) {}

    private volatile @Nullable Known known;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var routes = routes();
        var fitting = CorsUtils.isPreFlightRequest(request) ? List.<Fit>of() : fitting(routes, request);
        if (fitting.size() != 1) {
            return super.lookupHandlerMethod(path, request);
        }
        var fit = fitting.getFirst();
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, fit.method);
        handleMatch(fit.route, path, request);
        return fit.method;
    }

    /** @param route as far as it is about this request */
    private record Fit(RequestMappingInfo route, HandlerMethod method) {}

    private List<Fit> fitting(Known routes, HttpServletRequest request) {
        var segments = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(each -> ((PathSegment) each).valueToMatch())
                .toList();
        return routes.tree.candidates(segments).stream()
                .<Fit>mapMulti((route, fits) -> {
                    var match = getMatchingMapping(route, request);
                    var method = routes.methods.get(route);
                    if (match != null && method != null) {
                        fits.accept(new Fit(match, method));
                    }
                })
                .toList();
    }

    private Known routes() {
        var routes = known;
        if (routes == null) {
            var methods = Map.copyOf(getHandlerMethods());
            var tree = new RouteTree<RequestMappingInfo>();
            methods.keySet().forEach(route -> route.getPatternValues().forEach(pattern -> tree.add(pattern, route)));
            routes = new Known(tree, methods);
            known = routes;
        }
        return routes;
    }

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        known = null;
    }

    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        super.registerMapping(mapping, handler, method);
        known = null;
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        super.unregisterMapping(mapping);
        known = null;
    }
}
