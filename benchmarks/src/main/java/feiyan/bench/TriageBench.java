package feiyan.bench;

import feiyan.triage.Example;
import feiyan.triage.Triage;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code ./bench triage FILE [--cross-validate]}: scores the shipped reader on labelled requests. */
final class TriageBench {

    private static final String CROSS_VALIDATE = "--cross-validate";
    private static final int TIMES = 10;

    private TriageBench() {}

    static void run(List<String> words, PrintStream out) {
        var files = words.stream().filter(word -> !word.equals(CROSS_VALIDATE)).toList();
        if (files.size() != 1) {
            throw new WrongUse("usage: ./bench triage FILE [--cross-validate]");
        }
        var examples = ExampleFile.read(files.getFirst());
        var score = Score.of(new Triage(), examples);
        table(score, out);
        misses(score, out);
        warn(examples, out);
        if (words.contains(CROSS_VALIDATE)) {
            out.println("cross-validated, 10 × 10 folds: "
                    + CrossValidation.of(examples, TIMES).json());
        }
        out.println(score.json());
    }

    private static void table(Score score, PrintStream out) {
        var kinds = score.read().stream()
                .collect(Collectors.groupingBy(row -> kind(row.example()), TreeMap::new, Collectors.toList()));
        out.println("kind        rows   hit1   hit3  alarms");
        kinds.forEach((kind, rows) -> {
            var part = new Score(rows);
            long alarms = rows.stream().filter(Score.Read::alarmed).count();
            out.printf(Locale.ROOT, "%-10s %5d %6.3f %6.3f %7d%n", kind, rows.size(), part.hit(1), part.hit(3), alarms);
        });
        out.printf(Locale.ROOT, "rows without a project that got no suggestion: %.3f%n", score.silence());
    }

    private static String kind(Example example) {
        if (example.emergency()) {
            return "EMERGENCY";
        }
        return switch (example.projects().size()) {
            case 0 -> "NONE";
            case 1 -> example.projects().getFirst().substring(0, 2);
            default -> "two needs";
        };
    }

    private static void misses(Score score, PrintStream out) {
        for (var row : score.read()) {
            if (row.example().emergency() != row.alarmed()) {
                out.println((row.alarmed() ? "false alarm: " : "not heard: ")
                        + row.example().words());
            } else if (row.hasProject() && !row.hit(3)) {
                out.println("missed " + row.example().projects() + " for "
                        + row.reading().projects() + ": " + row.example().words());
            }
        }
    }

    /** Whoever scores a pupil on the lesson hears the lesson. */
    private static void warn(List<Example> examples, PrintStream out) {
        var taught = new HashSet<>(Triage.taught());
        long known = examples.stream().filter(taught::contains).count();
        if (known > 0) {
            out.printf(
                    "%d of these rows are what the reader learned from: its figures on them flatter (%s shows honest ones)%n",
                    known, CROSS_VALIDATE);
        }
    }
}
