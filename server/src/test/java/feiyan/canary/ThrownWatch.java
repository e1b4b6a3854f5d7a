package feiyan.canary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Reads what a page throws before anybody answers it: a message may reach a log on another day. */
class ThrownWatch implements HandlerExceptionResolver, Ordered {

    private static final int DEEPEST = 10;

    static void lookAt(String where, @Nullable Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Leaks.lookAt(where + ", a " + cause.getClass().getSimpleName() + ",", String.valueOf(cause.getMessage()));
            cause = cause.getCause();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        lookAt("What " + request.getMethod() + " " + request.getRequestURI() + " throws", exception);
        return null;
    }
}
