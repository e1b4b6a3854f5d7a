package feiyan.web.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** What each operation has in common with the others: its scope, its headers, its problems. */
@Component
class DescribedOperations implements GlobalOperationCustomizer {

    private static final List<Integer> EACH = List.of(401, 403, 429, 500);
    private static final List<Integer> OF_WRITES = List.of(400, 409, 413, 415, 422);

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var scope = ScopeGate.scope(endpoint).orElse("");
        boolean reads = endpoint.hasMethodAnnotation(GetMapping.class);
        operation.setOperationId(id(endpoint));
        operation.addExtension("x-scope", scope);
        operation.setSecurity(new ArrayList<>(List.of(new SecurityRequirement().addList("token", scope))));
        headers(operation, endpoint, reads);
        problems(operation, endpoint, reads);
        return operation;
    }

    /** Stays when others come or go. */
    private static String id(HandlerMethod endpoint) {
        var group = endpoint.getBeanType().getSimpleName().replaceFirst("Api$", "");
        return group.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + group.substring(1)
                + "."
                + endpoint.getMethod().getName();
    }

    private static void headers(Operation operation, HandlerMethod endpoint, boolean reads) {
        if (!reads) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    !hasClientMadeId(endpoint),
                    "Of the client's own making, 1 to 128 visible ASCII characters: sent again under it, the same"
                            + " request happens once. An id in the body that the client made serves as well."));
        }
        if (has(endpoint, IfMatch.class)) {
            operation.addParametersItem(
                    header("If-Match", true, "The version that was seen, as in \"7\", or the whole ETag of the read."));
        }
        if (takes(endpoint, Paging.class)) {
            operation.addParametersItem(query("limit", "integer", "How many at most, 1 to 100; 20 where not said."));
            operation.addParametersItem(query("after", "string", "The next of the page before, exactly as it was."));
        }
    }

    private static boolean hasClientMadeId(HandlerMethod endpoint) {
        return Arrays.stream(endpoint.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .anyMatch(part -> part.getName().equals("id"));
    }

    private static Parameter header(String name, boolean required, String words) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(words)
                .schema(schema("string"));
    }

    private static Parameter query(String name, String type, String words) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(words)
                .schema(schema(type));
    }

    private static Schema<Object> schema(String type) {
        var schema = new Schema<Object>();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }

    private static void problems(Operation operation, HandlerMethod endpoint, boolean reads) {
        var statuses = new TreeSet<>(EACH);
        if (!reads) {
            statuses.addAll(OF_WRITES);
        }
        if (has(endpoint, PathVariable.class)) {
            statuses.add(404);
        }
        if (takes(endpoint, Paging.class)) {
            statuses.add(422);
        }
        if (has(endpoint, IfMatch.class)) {
            statuses.addAll(List.of(412, 428));
        }
        var responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        statuses.forEach(status -> responses.addApiResponse(
                status.toString(), new ApiResponse().$ref("#/components/responses/Problem" + status)));
        operation.setResponses(responses);
    }

    private static boolean has(HandlerMethod endpoint, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(endpoint.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean takes(HandlerMethod endpoint, Class<?> type) {
        return Arrays.stream(endpoint.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
