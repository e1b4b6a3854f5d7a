package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.Pair;
import feiyan.dispatch.engine.Plan;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.Planner;
import feiyan.dispatch.engine.Weights;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./bench dispatch DIR --out FILE …}: plans one instance, and says how good the plan is and what it took. */
public final class DispatchBench {

    public static final String USAGE = "./bench dispatch DIR --out FILE [--seconds S] [--seed N]";

    private static final double NANOS = 1e9;

    private DispatchBench() {}

    /** What one run gave: index, candidates and plan; nothing of it is left from the run before. */
    record Run(CandidateIndex index, Plan plan, double seconds, double candidateSeconds) {

        static Run of(Instance instance, PlanOptions options) {
            long began = System.nanoTime();
            var index = new CandidateIndex(instance.volunteers(), Weights.STANDARD);
            long indexed = System.nanoTime();
            var plan = new Planner(index, Weights.STANDARD).plan(instance.orders(), options);
            long ended = System.nanoTime();
            return new Run(index, plan, (ended - began) / NANOS, (indexed - began + plan.candidateNanos()) / NANOS);
        }
    }

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--out", "--seconds", "--seed"), Set.of(), USAGE);
        var folder = Path.of(words.only(USAGE));
        @Nullable String file = words.flags().get("--out");
        if (file == null) {
            throw new WrongUse("usage: " + USAGE);
        }
        var instance = Instance.read(folder);
        var options = options(words, instance.orders().size());
        Run.of(instance, options);
        var run = Run.of(instance, options);
        try {
            var pairs = run.plan().seats().stream().map(Plan.Seat::pair).toList();
            var lines = lines(instance, pairs);
            Files.write(Path.of(file), lines);
            report(run, new Checker(folder).check(lines), out);
        } catch (IOException unwritable) {
            throw new WrongUse(file + ": cannot be written");
        }
    }

    private static PlanOptions options(Words words, int orders) {
        long seed = words.number("--seed", 1, 0, Long.MAX_VALUE);
        return words.has("--seconds")
                ? PlanOptions.within(seed, Duration.ofNanos((long) (NANOS * words.seconds("--seconds", 1))))
                : PlanOptions.standard(seed, orders);
    }

    static List<String> lines(Instance instance, List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> instance.orders().get(pair.order()).id() + ","
                        + instance.volunteers().get(pair.volunteer()).id())
                .toList();
    }

    private static void report(Run run, Checker.Verdict verdict, PrintStream out) {
        var plan = run.plan();
        if (verdict.cost() != plan.cost()) {
            out.printf("the engine counts a cost of %d, the checker %d%n", plan.cost(), verdict.cost());
        }
        out.printf(
                Locale.ROOT,
                "no plan costs less than %d: this one costs at most %.5f times as much; %d tries%n",
                plan.bound(),
                plan.bound() == 0 ? 1 : (double) verdict.cost() / plan.bound(),
                plan.tries());
        out.printf(
                Locale.ROOT,
                "{\"hard\":%d,\"covered\":%d,\"cost\":%d,\"seconds\":%.3f,\"candidate_seconds\":%.3f,\"heap_mib\":%.1f}%n",
                verdict.hard(),
                verdict.covered(),
                verdict.cost(),
                run.seconds(),
                run.candidateSeconds(),
                heap(run));
    }

    /** What index and plan keep alive, with the people and orders they are about. */
    private static double heap(Run run) {
        try {
            System.gc();
            var runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
        } finally {
            Reference.reachabilityFence(run);
        }
    }
}
