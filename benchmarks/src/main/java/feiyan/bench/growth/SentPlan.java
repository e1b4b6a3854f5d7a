package feiyan.bench.growth;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A statement as it was sent, and the plan by which it was answered. */
record SentPlan(String statement, PlanNode root) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** As many places as there were values. */
    private static final Pattern PLACES = Pattern.compile("\\$\\d+");

    private static final Pattern ROWS = Pattern.compile("(\\([$?, ]+\\))(, \\([$?, ]+\\))+");

    static SentPlan of(String entry) {
        JsonNode json = JSON.readTree(entry);
        var text = BLANKS.matcher(json.path("Query Text").asString(""))
                .replaceAll(" ")
                .strip();
        var alike = ROWS.matcher(PLACES.matcher(text).replaceAll("?")).replaceAll("$1, …");
        return new SentPlan(alike, new PlanNode(json.path("Plan")));
    }

    /** Whether it holds for all values: then it was not made for these. */
    boolean isKept() {
        return root.all().anyMatch(PlanNode::asksForAnyValue);
    }

    /** What kind of steps, on which tables, by which indexes: without costs and counts it is the same each time. */
    String shape() {
        var shape = new StringBuilder();
        write(shape, root, 1);
        return shape.toString();
    }

    private static void write(StringBuilder shape, PlanNode node, int depth) {
        shape.append("  ".repeat(depth)).append(node.type());
        node.table().ifPresent(table -> shape.append(" on ").append(table));
        node.index().ifPresent(index -> shape.append(" by ").append(index));
        shape.append('\n');
        node.children().forEach(child -> write(shape, child, depth + 1));
    }
}
