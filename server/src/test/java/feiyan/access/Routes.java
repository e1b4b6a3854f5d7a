package feiyan.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that the running application answers, asked of itself. */
final class Routes {

    private Routes() {}

    static Set<Route> of(ApplicationContext house) {
        var mappings = house.getBeansOfType(HandlerMapping.class).values();
        var routes = new TreeSet<Route>();
        handlers(mappings).forEach(routes::add);
        files(mappings).forEach(routes::add);
        signOut(house).forEach(routes::add);
        return routes;
    }

    private static Stream<Route> handlers(Collection<HandlerMapping> mappings) {
        return mappings.stream()
                .filter(RequestMappingInfoHandlerMapping.class::isInstance)
                .map(RequestMappingInfoHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Routes::of);
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                .stream()
                        .flatMap(method -> info.getPatternValues().stream()
                                .map(pattern -> new Route(method.name(), pattern, null)));
    }

    /** What is served by the path alone. */
    private static Stream<Route> files(Collection<HandlerMapping> mappings) {
        return mappings.stream()
                .filter(AbstractUrlHandlerMapping.class::isInstance)
                .map(AbstractUrlHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> new Route("GET", pattern, null));
    }

    /** The one address that the security chain answers by itself. */
    private static Stream<Route> signOut(ApplicationContext house) {
        return house.getBean(FilterChainProxy.class).getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(LogoutFilter.class::isInstance)
                .map(filter -> new Route("POST", "/sign-out", null));
    }
}
