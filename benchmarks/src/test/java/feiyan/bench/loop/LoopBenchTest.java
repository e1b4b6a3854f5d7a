package feiyan.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.bench.WrongUse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The five lanes go all the way, on a county that is quickly made; how fast is said by a run on a quiet machine. */
class LoopBenchTest {

    @Test
    void theLastLineSaysOfEachLaneWhatALoopTakes() {
        var out = new ByteArrayOutputStream();
        LoopBench.run(
                List.of("--seconds", "0.3", "--clients", "1", "--volunteers", "600", "--past", "0"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var line = new JsonMapper()
                .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
        assertThat(line.path("durable").propertyNames())
                .containsExactly("fsync", "full_page_writes", "synchronous_commit");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("fsync = on, full_page_writes = on, synchronous_commit = on");
        var lanes = line.path("lanes");
        assertThat(lanes.propertyNames()).containsExactly("floor", "door", "api", "http", "flowable");
        lanes.forEach(LoopBenchTest::wentAllTheWay);
        assertThat(trips(lanes, "floor")).isLessThan(trips(lanes, "door")).isLessThan(trips(lanes, "flowable"));
        assertThat(trips(lanes, "door")).isLessThan(trips(lanes, "api"));
        assertThat(trips(lanes, "api")).isLessThan(trips(lanes, "http"));
        for (var ratio :
                List.of("door_to_floor", "api_to_floor", "http_to_floor", "door_to_flowable", "wal_to_floor")) {
            assertThat(line.path(ratio).asDouble()).as(ratio).isPositive();
        }
    }

    private static void wentAllTheWay(JsonNode lane) {
        assertThat(lane.path("loops").asInt()).isPositive();
        assertThat(lane.path("wal_bytes").asDouble()).isPositive();
        for (var step : Step.values()) {
            assertThat(lane.path("p50_ms").path(step.written()).asDouble())
                    .as(step.written())
                    .isPositive();
        }
    }

    private static double trips(JsonNode lanes, String lane) {
        return lanes.path(lane).path("round_trips").asDouble();
    }

    @Test
    void wordsThatAreWrongAreAnsweredWithTheUsage() {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LoopBench.run(List.of("--quick"), out))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("./bench loop");
    }
}
