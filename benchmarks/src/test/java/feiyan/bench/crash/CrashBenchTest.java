package feiyan.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The server, its database and both are killed at work, and nothing that was acknowledged is gone. */
class CrashBenchTest {

    @Test
    void whatWasAcknowledgedIsThereOnceAfterThreeKills() {
        var out = new ByteArrayOutputStream();
        CrashBench.run(
                List.of("--kills", "3", "--clients", "8", "--seed", "1"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var last = new JsonMapper()
                .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
        assertThat(last.path("kills").asInt()).isEqualTo(3);
        assertThat(last.path("acknowledged").asInt()).isGreaterThan(50);
        assertThat(last.path("loops").asInt()).isPositive();
        assertThat(last.path("messages").asInt()).isPositive();
        assertThat(last.path("without_answer").asInt()).isPositive();
        for (var none : List.of("lost", "duplicated", "illegal", "messages_untold", "replayed_otherwise", "refused")) {
            assertThat(last.path(none).asInt(-1)).as(none).isZero();
        }
    }
}
