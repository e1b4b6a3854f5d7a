package feiyan.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The description of the API as a page shows it: groups of operations, and the shapes of what they take and give. */
public record ApiReference(Map<String, List<Operation>> groups, List<Shape> shapes) {

    private static final String SCHEMAS = "#/components/schemas/";

    /**
     * @param takes the name of the body's shape; empty where there is none
     * @param gives the name of the answer's shape
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            String scope,
            List<Part> parameters,
            String takes,
            String gives,
            List<String> problems) {}

    public record Shape(String name, String description, List<Part> fields) {}

    /** A parameter or a field. */
    public record Part(String name, String type, String description, boolean required) {}

    public static ApiReference of(JsonNode api) {
        var groups = new TreeMap<String, List<Operation>>();
        for (var path : api.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var operation = operation(path.getKey(), method.getKey(), method.getValue());
                var group = title(method.getValue().path("tags").path(0).asString("other"));
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(operation);
            }
        }
        var shapes = api.path("components").path("schemas").properties().stream()
                .map(schema -> shape(schema.getKey(), schema.getValue()))
                .toList();
        return new ApiReference(groups, shapes);
    }

    /** For people to read: "my-offers-api", as the document names the group by its code, is "My offers". */
    private static String title(String tag) {
        var words = tag.replaceFirst("-api$", "").replace('-', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private static Operation operation(String path, String method, JsonNode node) {
        var answers = node.path("responses").properties();
        return new Operation(
                text(node, "operationId"),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                text(node, "summary"),
                text(node, "description"),
                text(node, "x-scope"),
                node.path("parameters")
                        .valueStream()
                        .map(parameter -> part(
                                text(parameter, "name"),
                                parameter.path("schema"),
                                text(parameter, "description"),
                                parameter.path("required").asBoolean(false)))
                        .toList(),
                content(node.path("requestBody")),
                answers.stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .map(answer -> answer.getKey() + " " + content(answer.getValue()))
                        .collect(Collectors.joining(", ")),
                answers.stream()
                        .map(Map.Entry::getKey)
                        .filter(status -> !status.startsWith("2"))
                        .toList());
    }

    private static Shape shape(String name, JsonNode node) {
        var required =
                node.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        var fields = node.path("properties").properties().stream()
                .map(field -> part(
                        field.getKey(),
                        field.getValue(),
                        text(field.getValue(), "description"),
                        required.contains(field.getKey())))
                .toList();
        return new Shape(name, text(node, "description"), fields);
    }

    private static Part part(String name, JsonNode schema, String description, boolean required) {
        return new Part(name, type(schema), description, required);
    }

    private static String content(JsonNode holder) {
        return holder.path("content")
                .valueStream()
                .map(content -> type(content.path("schema")))
                .findFirst()
                .orElse("");
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return text(schema, "$ref").substring(SCHEMAS.length());
        }
        if (text(schema, "type").equals("array")) {
            return type(schema.path("items")) + "[]";
        }
        var values = schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "));
        var format = text(schema, "format");
        return values.isEmpty() ? text(schema, "type") + (format.isEmpty() ? "" : " " + format) : values;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
