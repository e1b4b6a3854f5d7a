package feiyan.bench;

import feiyan.bench.crash.CrashBench;
import feiyan.bench.dispatch.DispatchBench;
import feiyan.bench.dispatch.GenerateBench;
import feiyan.bench.dispatch.NotifyBench;
import feiyan.bench.dispatch.PeersBench;
import feiyan.bench.dispatch.SuggestBench;
import feiyan.bench.growth.GrowthBench;
import feiyan.bench.growth.PlansBench;
import feiyan.bench.loop.LoopBench;
import feiyan.bench.pages.PagesBench;
import feiyan.bench.start.StartBench;
import feiyan.calendar.WorkingTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** {@code ./bench NAME …}: one line here for each thing that can be measured. */
public final class Bench {

    private static final int UNSOUND = 1;
    private static final int WRONG_USE = 2;
    private static final List<String> USAGE = List.of(
            "usage: ./bench triage FILE [--cross-validate]",
            GenerateBench.USAGE,
            DispatchBench.USAGE,
            PeersBench.USAGE,
            SuggestBench.USAGE,
            NotifyBench.USAGE,
            LoopBench.USAGE,
            GrowthBench.USAGE,
            PlansBench.USAGE,
            PagesBench.USAGE,
            StartBench.USAGE,
            CrashBench.USAGE);

    private Bench() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // What the product says when it starts is none of the figures.
        System.setOut(err);
        err.println(Host.told(LocalDate.now(WorkingTime.ZONE)));
        System.exit(run(Arrays.asList(words), out, err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            var rest = words.stream().skip(1).toList();
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "triage" -> TriageBench.run(rest, out);
                case "dispatch" -> DispatchBench.run(rest, out);
                case "generate" -> GenerateBench.run(rest, out);
                case "dispatch-peers" -> PeersBench.run(rest, out);
                case "suggest" -> SuggestBench.run(rest, out);
                case "notify" -> NotifyBench.run(rest, out);
                case "loop" -> LoopBench.run(rest, out);
                case "growth" -> GrowthBench.run(rest, out);
                case "plans" -> PlansBench.run(rest, out);
                case "pages" -> PagesBench.run(rest, out);
                case "start" -> StartBench.run(rest, out);
                case "crash" -> CrashBench.run(rest, out);
                default -> throw new WrongUse(String.join("\n       ", USAGE));
            }
            return 0;
        } catch (WrongUse wrong) {
            err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (Unsound unsound) {
            err.println(unsound.getMessage());
            return UNSOUND;
        }
    }
}
