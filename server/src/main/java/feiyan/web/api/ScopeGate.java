package feiyan.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a token through to what it was made for. An endpoint that names no scope is closed to all. */
class ScopeGate implements HandlerInterceptor {

    /** An annotation is looked for along a class and all that it extends; it does not change. */
    private final Map<Endpoint, Optional<String>> known = new ConcurrentHashMap<>();

    private record Endpoint(Class<?> type, Method method) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint) {
            var scope = known.computeIfAbsent(
                            new Endpoint(endpoint.getBeanType(), endpoint.getMethod()), first -> scope(endpoint))
                    .orElseThrow(() -> new AccessDeniedException("no scope declared"));
            var granted = Bearer.current().filter(bearer -> bearer.scopes().contains(scope));
            if (granted.isEmpty()) {
                throw new TooNarrow(scope);
            }
        }
        return true;
    }

    static Optional<String> scope(HandlerMethod endpoint) {
        var own = endpoint.getMethodAnnotation(NeedsScope.class);
        var needed = own == null
                ? AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), NeedsScope.class)
                : own;
        return Optional.ofNullable(needed).map(NeedsScope::value);
    }
}
