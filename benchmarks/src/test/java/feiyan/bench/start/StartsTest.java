package feiyan.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.bench.served.Footprint;
import feiyan.bench.served.Proc;
import org.junit.jupiter.api.Test;

class StartsTest {

    private final Starts starts = new Starts();

    private void start(double wall, long serverMillis, boolean quick) {
        starts.add(new Start(
                wall, new Footprint(new Proc(serverMillis - 100, 100, 0, 0), new Proc(150, 50, 0, 0)), quick));
    }

    @Test
    void theMiddleOneOfEachKindCounts() {
        start(9, 16_000, false);
        start(30, 40_000, false);
        start(8, 14_000, false);
        start(4, 7_000, true);
        start(5, 9_000, true);
        assertThat("{" + starts.json("warm") + "}")
                .isEqualTo(
                        "{\"warm_plain_wall_s\":9.00,\"warm_plain_server_cpu_s\":16.00,"
                                + "\"warm_plain_database_cpu_s\":0.20,\"warm_quick_wall_s\":4.50,"
                                + "\"warm_quick_server_cpu_s\":8.00,\"warm_quick_database_cpu_s\":0.20,\"warm_cpu_ratio\":0.50}");
    }

    @Test
    void whatWasNotMeasuredIsNoNumber() {
        start(9, 16_000, false);
        assertThat(starts.json("warm")).contains("\"warm_quick_wall_s\":null", "\"warm_cpu_ratio\":null");
    }
}
