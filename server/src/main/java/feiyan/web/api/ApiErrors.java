package feiyan.web.api;

import feiyan.platform.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Whatever an API request throws becomes a problem; a bug is logged under the id that its problem carries. */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;
    private final ProblemWriter writer;

    ApiErrors(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    /** Before the pages' own. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!ApiPath.is(request)) {
            return null;
        }
        try {
            if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                tell(request, response, failure);
            }
        } catch (IOException gone) {
            log.debug("nobody waits for the problem any more", gone);
        }
        return new ModelAndView();
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (failure instanceof TooNarrow narrow) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, narrow.challenge());
        } else if (failure instanceof AuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BearerFilter.CHALLENGE);
        }
        var problem = problem(request, failure);
        RetryAfter.on(response, problem);
        writer.write(request, response, problem);
    }

    private Problem problem(HttpServletRequest request, Exception failure) {
        return switch (failure) {
            case Unprocessable wrong -> problems.mistaken(request, wrong.mistakes());
            case ApiStop stop -> problems.of(request, stop.status(), stop.code());
            case RequestRejectedException hostile -> problems.of(request, 400, "malformed");
            case HttpMessageNotReadableException body -> BodyMistake.of(body, request, problems);
            case MethodArgumentTypeMismatchException type -> mismatch(request, type);
            case MissingServletRequestParameterException missing ->
                wrong(request, missing.getParameterName(), "mistake.missing");
            case TooNarrow narrow -> problems.of(request, 403, "scope", narrow.scope());
            case AccessDeniedException denied -> problems.of(request, 403, "not_yours");
            case AuthenticationException unknown -> problems.of(request, 401, "token");
            case ErrorResponse known
            when known.getStatusCode().value() < 500 ->
                problems.of(
                        request,
                        known.getStatusCode().value(),
                        code(known.getStatusCode().value()));
            case Exception away when DatabaseAway.is(away) -> problems.away(request, away);
            default -> bug(request, failure);
        };
    }

    /** {@code /orders/abc} is an order that does not exist. */
    private Problem mismatch(HttpServletRequest request, MethodArgumentTypeMismatchException type) {
        return type.getParameter().hasParameterAnnotation(PathVariable.class)
                ? problems.of(request, 404, "unknown")
                : wrong(request, type.getName(), "mistake.unusable");
    }

    private Problem wrong(HttpServletRequest request, String field, String code) {
        return problems.mistaken(request, Unprocessable.of(field, code).mistakes());
    }

    static String code(int status) {
        return switch (status) {
            case 401 -> "token";
            case 403 -> "not_yours";
            case 404 -> "unknown";
            case 405 -> "method";
            case 406 -> "not_acceptable";
            case 413 -> "too_large";
            case 415 -> "media_type";
            default -> "malformed";
        };
    }

    private Problem bug(HttpServletRequest request, Exception failure) {
        var problem = problems.of(request, 500, "bug");
        log.error("bug {}", problem.instance(), failure);
        return problem;
    }
}
