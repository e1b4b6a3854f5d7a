package feiyan.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code ./bench NAME …}: one line here for each thing that can be measured. */
public final class Bench {

    private static final int WRONG_USE = 2;

    private Bench() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(words), out, err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            var rest = words.stream().skip(1).toList();
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "triage" -> TriageBench.run(rest, out);
                default -> throw new WrongUse("usage: ./bench triage FILE [--cross-validate]");
            }
            return 0;
        } catch (WrongUse wrong) {
            err.println(wrong.getMessage());
            return WRONG_USE;
        }
    }
}
