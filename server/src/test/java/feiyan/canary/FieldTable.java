package feiyan.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The table {@code canaries/who-sees-what.txt}: who may read which field of an order at which turn of its life. */
final class FieldTable {

    /** One cell that is not empty. */
    record Sees(String viewer, Canary canary) {

        @Override
        public String toString() {
            return "%s sees %s of %s at %s".formatted(viewer, canary.field(), canary.section(), canary.stage());
        }
    }

    private static final String FILE = "/canaries/who-sees-what.txt";

    private FieldTable() {}

    /** @param all every canary there is: a field has no cell at a turn at which it is not there yet */
    static Set<Sees> read(Set<Canary> all) {
        var cells = new HashSet<Sees>();
        var kind = Canary.Kind.OPEN;
        for (var line : lines()) {
            if (line.startsWith("[")) {
                kind = Canary.Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
            } else {
                addLine(kind, line.split("\\|"), all, cells);
            }
        }
        return cells;
    }

    private static void addLine(Canary.Kind kind, String[] columns, Set<Canary> all, Set<Sees> cells) {
        var field = columns[0].strip();
        for (var viewer : columns[1].strip().split(" +", -1)) {
            for (var stage : columns[2].strip().split(" +", -1)) {
                if (!viewer.equals("nobody")) {
                    meant(new Canary(field, kind, null), stage, all).forEach(canary -> add(viewer, canary, cells));
                }
            }
        }
    }

    private static Stream<Canary> meant(Canary field, String stage, Set<Canary> all) {
        return switch (stage) {
            case "always" -> Stream.of(field);
            case "any" -> turns(field).filter(all::contains);
            default -> Stream.of(new Canary(field.field(), field.kind(), Turn.valueOf(stage)));
        };
    }

    private static Stream<Canary> turns(Canary field) {
        return Stream.of(Turn.values()).map(turn -> new Canary(field.field(), field.kind(), turn));
    }

    private static void add(String viewer, Canary canary, Set<Sees> cells) {
        if (!cells.add(new Sees(viewer, canary))) {
            throw new IllegalStateException("twice: " + viewer + " sees " + canary);
        }
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(FieldTable.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
