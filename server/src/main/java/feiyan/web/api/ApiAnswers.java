package feiyan.web.api;

import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Unwraps what endpoints answer with: an outcome, a part of a list, something that may not be there. */
@ControllerAdvice
class ApiAnswers implements ResponseBodyAdvice<Object> {

    private final Problems problems;

    /** By class: annotations are looked for along all that it extends, and do not change. */
    private final Map<Class<?>, Boolean> answersMachines = new ConcurrentHashMap<>();

    ApiAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return answersMachines.computeIfAbsent(
                endpoint.getContainingClass(), type -> AnnotatedElementUtils.hasAnnotation(type, RestController.class));
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object answer,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var asked = ((ServletServerHttpRequest) request).getServletRequest();
        var answered = ((ServletServerHttpResponse) response).getServletResponse();
        if (endpoint.hasMethodAnnotation(DecidedAnew.class)) {
            asked.setAttribute(Passing.DECIDED_ANEW, true);
        }
        return switch (answer) {
            case Outcome.Done<?>(Object value) -> shown(value, asked, answered);
            case Outcome.Refused<?>(var refusal) -> {
                var problem = refused(asked, refusal);
                RetryAfter.on(answered, refusal, problem.status());
                yield problem(asked, response, problem);
            }
            case Optional<?> found ->
                found.isPresent()
                        ? shown(found.get(), asked, answered)
                        : problem(asked, response, problems.of(asked, 404, "unknown"));
            case null, default -> shown(answer, asked, answered);
        };
    }

    private Problem refused(HttpServletRequest asked, Refusal refusal) {
        if (refusal.code().equals("try_again")) {
            asked.setAttribute(Passing.TRY_AGAIN, true);
        }
        return problems.refused(asked, refusal);
    }

    private static Problem problem(HttpServletRequest asked, ServerHttpResponse response, Problem problem) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ApiLanguage.name(asked, ((ServletServerHttpResponse) response).getServletResponse());
        return problem;
    }

    private static @Nullable Object shown(
            @Nullable Object value, HttpServletRequest asked, HttpServletResponse answered) {
        if (value instanceof Versioned versioned) {
            asked.setAttribute(Passing.VERSION, versioned.version());
        }
        if (value instanceof Slice<?> slice && slice.next() != null) {
            answered.setHeader(HttpHeaders.LINK, "<" + next(asked, slice.next()) + ">; rel=\"next\"");
        }
        return value;
    }

    private static String next(HttpServletRequest asked, String after) {
        return UriComponentsBuilder.fromPath(asked.getRequestURI())
                .query(asked.getQueryString())
                .replaceQueryParam("after", after)
                .build()
                .toUriString();
    }
}
