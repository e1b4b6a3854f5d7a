package feiyan.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.engine.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that breaks rules, or an optimum that is none, would make the tables worthless. */
class PeersTest {

    @TempDir
    Path folder;

    private final Graph graph = Graph.of(new Generator(50, 800, true, 11).week());

    private long cost(Function<Graph, List<Pair>> peer) throws IOException {
        InstanceFiles.write(graph.instance(), folder);
        var verdict = new Checker(folder).check(DispatchBench.lines(graph.instance(), peer.apply(graph)));
        assertThat(verdict.hard()).isZero();
        return verdict.cost();
    }

    @Test
    void nobodyBreaksARuleAndNobodyBeatsTheOptimum() throws IOException {
        var optimum = new ExactModel(graph, "SAT").solve(Duration.ofSeconds(60));
        assertThat(optimum.proven()).isTrue();
        assertThat((double) cost(any -> optimum.pairs())).isEqualTo(optimum.cost());
        assertThat(new ExactModel(graph, "GLOP").solve(Duration.ofSeconds(60)).cost())
                .isLessThanOrEqualTo(optimum.cost() + 0.001);
        assertThat((double) cost(Greedy::plan)).isGreaterThanOrEqualTo(optimum.cost());
        assertThat((double) cost(some -> Greedy.plan(some.nearest()))).isGreaterThanOrEqualTo(optimum.cost());
        assertThat((double) cost(FlowPeer::plan)).isGreaterThanOrEqualTo(optimum.cost());
        for (var setting : TimefoldPeer.Setting.values()) {
            assertThat((double) cost(some -> TimefoldPeer.plan(some, setting, Duration.ofSeconds(2))))
                    .isGreaterThanOrEqualTo(optimum.cost());
        }
    }
}
