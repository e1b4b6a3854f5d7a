package feiyan.bench.growth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which calls of the API were answered, by the product's own account of where a request belongs. */
final class Reached extends OncePerRequestFilter {

    private static final String API = "/api/v1/";

    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null && response.getStatus() / 100 == 2) {
            answered.add(request.getMethod() + " " + pattern);
        }
    }

    Set<String> answered() {
        return Set.copyOf(answered);
    }

    /** All that the product has. */
    static SortedSet<String> declared(RequestMappingHandlerMapping routes) {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith(API))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
