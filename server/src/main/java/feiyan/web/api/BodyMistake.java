package feiyan.web.api;

import feiyan.web.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read: broken JSON is 400, a wrong field is named and 422. */
final class BodyMistake {

    private BodyMistake() {}

    static Problem of(HttpMessageNotReadableException unreadable, HttpServletRequest request, Problems problems) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> named(problems, request, unknown, "mistake.unknown_field");
            case DatabindException value
            when !value.getPath().isEmpty() -> named(problems, request, value, "mistake.unusable");
            case DatabindException shape -> problems.of(request, 422, "shape");
            case null -> problems.of(request, 400, "no_body");
            default -> problems.of(request, 400, "malformed");
        };
    }

    private static Problem named(Problems problems, HttpServletRequest request, JacksonException failure, String code) {
        return problems.mistaken(request, new Mistakes().add(path(failure.getPath()), code));
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
