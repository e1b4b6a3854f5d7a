package feiyan.bench.growth;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One step of a plan as PostgreSQL describes it, and what it read. */
record PlanNode(JsonNode json) {

    String type() {
        return json.path("Node Type").asString("");
    }

    boolean isSequential() {
        return type().equals("Seq Scan");
    }

    /** The table it reads; empty where it works on what other steps bring. */
    Optional<String> table() {
        return text("Relation Name");
    }

    Optional<String> index() {
        return text("Index Name");
    }

    private Optional<String> text(String key) {
        return json.path(key).isMissingNode()
                ? Optional.empty()
                : Optional.of(json.path(key).asString(""));
    }

    /** Rows it looked at, kept or not, in all its rounds. */
    long read() {
        double each = number("Actual Rows")
                + number("Rows Removed by Filter")
                + number("Rows Removed by Index Recheck")
                + number("Rows Removed by Join Filter");
        return Math.round(each * number("Actual Loops"));
    }

    /** Whether it changed a row. */
    boolean writes() {
        return type().equals("ModifyTable") && children().anyMatch(child -> child.number("Actual Rows") > 0);
    }

    /** Whether it looks for what is given each time, and not for what was given this time. */
    boolean asksForAnyValue() {
        return Stream.of("Index Cond", "Filter")
                .flatMap(key -> text(key).stream())
                .anyMatch(each -> each.contains("$"));
    }

    private double number(String key) {
        return json.path(key).asDouble(0);
    }

    Stream<PlanNode> children() {
        return json.path("Plans").valueStream().map(PlanNode::new);
    }

    /** This step and all below it. */
    Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children().flatMap(PlanNode::all));
    }
}
