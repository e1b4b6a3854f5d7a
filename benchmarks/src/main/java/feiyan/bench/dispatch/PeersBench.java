package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import feiyan.dispatch.engine.Pair;
import feiyan.dispatch.engine.Plan;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.PlanOptions.Effort;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** {@code ./bench dispatch-peers DIR …}: ours beside what others do, and beside what cannot be beaten. */
public final class PeersBench {

    public static final String USAGE =
            "./bench dispatch-peers DIR [--seconds S each, 60] [--oracle-seconds S, 120] [--seed N]";

    private static final double NANOS = 1e9;

    private final Instance instance;
    private final Checker checker;
    private final PrintStream out;
    private double floor = Double.NaN;

    private PeersBench(Instance instance, Checker checker, PrintStream out) {
        this.instance = instance;
        this.checker = checker;
        this.out = out;
    }

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--seconds", "--oracle-seconds", "--seed"), Set.of(), USAGE);
        var folder = Path.of(words.only(USAGE));
        var instance = Instance.read(folder);
        try {
            var bench = new PeersBench(instance, new Checker(folder), out);
            bench.oracles(duration(words, "--oracle-seconds", 120));
            bench.header();
            bench.peers(duration(words, "--seconds", 60));
            bench.ours(words.number("--seed", 1, 0, Long.MAX_VALUE));
        } catch (IOException unreadable) {
            throw new WrongUse(folder + ": cannot be read");
        }
    }

    private static Duration duration(Words words, String flag, double otherwise) {
        return Duration.ofMillis((long) (1_000 * words.seconds(flag, otherwise)));
    }

    private void oracles(Duration most) {
        var graph = Graph.of(instance);
        double lp = new ExactModel(graph, "GLOP").solve(most).cost();
        var best = new ExactModel(graph, "SCIP").solve(most);
        floor = best.proven() ? best.cost() : Math.max(lp, best.bound());
        out.printf(Locale.ROOT, "LP bound (GLOP) %.0f%n", lp);
        out.printf(
                Locale.ROOT,
                best.proven() ? "optimum (SCIP) %.0f%n" : "no optimum proven in time; SCIP's bound %.0f%n",
                floor);
    }

    private void header() {
        out.printf("%-52s %5s %8s %12s %8s %8s%n", "method", "hard", "covered", "cost", "ratio", "seconds");
    }

    private void peers(Duration most) {
        row("nearest-first greedy", graph -> Greedy.plan(graph.nearest()));
        row("cheapest-first greedy", Greedy::plan);
        row("OR-Tools min-cost flow, overlaps dropped and refilled", FlowPeer::plan);
        for (var setting : TimefoldPeer.Setting.values()) {
            var name =
                    "Timefold 2.2, " + setting.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            row(name, graph -> TimefoldPeer.plan(graph, setting, most));
        }
    }

    /** Peers are timed from candidate lists to plan, ours from nothing: what is counted against us is more. */
    private void row(String name, Function<Graph, List<Pair>> peer) {
        var graph = Graph.of(instance);
        long began = System.nanoTime();
        var pairs = peer.apply(graph);
        row(name, pairs, (System.nanoTime() - began) / NANOS);
    }

    private void ours(long seed) {
        var standard = PlanOptions.standard(seed, instance.orders().size());
        ours("ours: flow, overlaps dropped", standard.only(Effort.DROP_OVERLAPS));
        ours("ours: … and refilled", standard.only(Effort.REFILL));
        ours("ours: … with ejection chains", standard.only(Effort.CHAINS));
        ours("ours: … and ruin and recreate, as shipped", standard);
        ours("ours: the same, ten seconds", PlanOptions.within(seed, Duration.ofSeconds(10)));
    }

    private void ours(String name, PlanOptions options) {
        DispatchBench.Run.of(instance, options);
        var run = DispatchBench.Run.of(instance, options);
        row(name, run.plan().seats().stream().map(Plan.Seat::pair).toList(), run.seconds());
    }

    private void row(String name, List<Pair> pairs, double seconds) {
        var verdict = checker.check(DispatchBench.lines(instance, pairs));
        out.printf(
                Locale.ROOT,
                "%-52s %5d %8d %12d %8.4f %8.2f%n",
                name,
                verdict.hard(),
                verdict.covered(),
                verdict.cost(),
                verdict.cost() / floor,
                seconds);
    }
}
