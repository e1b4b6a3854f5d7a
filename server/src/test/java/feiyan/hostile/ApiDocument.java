package feiyan.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published description of the API, as a stranger reads it: what may be called, and what would be a fitting body.
 */
final class ApiDocument {

    /** {@code GET /api/v1/orders/{id}}; the body's schema is null where there is none. */
    record Operation(
            String method,
            String path,
            List<String> inPath,
            List<String> inQuery,
            @Nullable JsonNode body) {

        String name() {
            return method + " " + path;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;

    private final JsonNode document;
    final List<Operation> operations = new ArrayList<>();

    ApiDocument(String text) {
        document = JSON.readTree(text);
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
    }

    private Operation operation(String path, String method, JsonNode said) {
        var inPath = new ArrayList<String>();
        var inQuery = new ArrayList<String>();
        for (var parameter : said.path("parameters")) {
            var resolved = resolved(parameter);
            var name = resolved.path("name").asString("");
            switch (resolved.path("in").asString("")) {
                case "path" -> inPath.add(name);
                case "query" -> inQuery.add(name);
                default -> {}
            }
        }
        var body = said.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, inPath, inQuery, body.isMissingNode() ? null : body);
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** A value that fits, with ids of things that are there. */
    JsonNode fitting(JsonNode schema, List<String> ids, RandomGenerator luck) {
        return fitting(schema, ids, luck, 0);
    }

    private JsonNode fitting(JsonNode said, List<String> ids, RandomGenerator luck, int depth) {
        var schema = resolved(said);
        var choices = schema.path("enum");
        if (choices.size() > 0) {
            return choices.get(luck.nextInt(choices.size()));
        }
        for (var several : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(several).size() > 0 && depth < DEEPEST) {
                var one = schema.path(several);
                return fitting(one.get(luck.nextInt(one.size())), ids, luck, depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, ids, luck, depth);
            case "array" -> array(schema, ids, luck, depth);
            case "integer", "number" -> JSON.valueToTree(1 + luck.nextInt(5));
            case "boolean" -> JSON.valueToTree(luck.nextBoolean());
            default -> JSON.valueToTree(text(schema, ids, luck));
        };
    }

    /** OpenAPI 3.1 may name several types, null among them. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            for (var one : type) {
                if (!one.asString("").equals("null")) {
                    return one.asString("");
                }
            }
        }
        return schema.has("properties") ? "object" : type.asString("string");
    }

    private JsonNode object(JsonNode schema, List<String> ids, RandomGenerator luck, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                object.set(property.getKey(), fitting(property.getValue(), ids, luck, depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, List<String> ids, RandomGenerator luck, int depth) {
        var array = JSON.createArrayNode();
        if (depth < DEEPEST) {
            array.add(fitting(schema.path("items"), ids, luck, depth + 1));
        }
        return array;
    }

    private static String text(JsonNode schema, List<String> ids, RandomGenerator luck) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> ids.get(luck.nextInt(ids.size()));
            case "date-time" -> "2026-12-0" + (1 + luck.nextInt(9)) + "T02:00:00Z";
            case "date" -> "2026-12-0" + (1 + luck.nextInt(9));
            case "time" -> "09:00";
            default -> "想请人理发";
        };
    }
}
