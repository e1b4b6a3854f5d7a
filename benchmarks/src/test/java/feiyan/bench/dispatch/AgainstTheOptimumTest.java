package feiyan.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.engine.Plan;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.Planner;
import feiyan.dispatch.engine.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred small weeks, each proven to the optimum by CP-SAT and counted by the checker. */
class AgainstTheOptimumTest {

    private static final int WEEKS = 500;
    private static final int EVERYBODY = 10_000;
    private static final long TRIES = 1_500;

    @TempDir
    Path folder;

    @Test
    void onSmallWeeksThePlanIsTheOptimumButForAHair() throws IOException {
        double ours = 0;
        double best = 0;
        int exact = 0;
        for (int seed = 0; seed < WEEKS; seed++) {
            var instance = new Generator(8 + seed % 9, 120 + seed % 80, seed % 2 == 0, seed).week();
            var graph = Graph.of(instance, EVERYBODY);
            var optimum = new ExactModel(graph, "SAT").solve(Duration.ofSeconds(20));
            var plan = new Planner(graph.index(), Weights.STANDARD)
                    .plan(instance.orders(), PlanOptions.repeatable(seed, TRIES));
            assertThat(optimum.proven()).isTrue();
            assertThat(plan.bound()).isLessThanOrEqualTo(Math.round(optimum.cost()));
            assertThat((double) plan.cost()).isBetween(optimum.cost() - 0.5, 1.05 * optimum.cost() + 0.5);
            ours += plan.cost();
            best += optimum.cost();
            exact += plan.cost() <= optimum.cost() + 0.5 ? 1 : 0;
            if (seed % 10 == 0) {
                check(instance, plan);
            }
        }
        assertThat(ours).isLessThanOrEqualTo(1.001 * best);
        assertThat(exact).isGreaterThanOrEqualTo(WEEKS * 98 / 100);
    }

    private void check(Instance instance, Plan plan) throws IOException {
        InstanceFiles.write(instance, folder);
        var pairs = plan.seats().stream().map(Plan.Seat::pair).toList();
        var verdict = new Checker(folder).check(DispatchBench.lines(instance, pairs));
        assertThat(verdict).isEqualTo(new Checker.Verdict(0, pairs.size(), plan.cost()));
    }

    @Test
    void tenThousandCandidatesForOneOrderAreNoTrouble() throws IOException {
        var crowd = new Generator(1, 200_000, false, 1).week();
        var order = crowd.orders().getFirst();
        var able = crowd.volunteers().stream()
                .map(some -> Crowded.at(order, some))
                .limit(10_000)
                .toList();
        var graph = Graph.of(new Instance(List.of(order), able));
        var plan = new Planner(graph.index(), Weights.STANDARD).plan(List.of(order), PlanOptions.repeatable(1, 100));
        assertThat(graph.index().cheapest(order, 20_000)).hasSize(10_000);
        assertThat(plan.seats()).hasSize(order.headcount());
        check(graph.instance(), plan);
    }
}
