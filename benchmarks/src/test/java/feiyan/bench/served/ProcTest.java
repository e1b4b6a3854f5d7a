package feiyan.bench.served;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcTest {

    @Test
    void whatThisVeryProcessUsesIsSeen() {
        var before = Proc.of(ProcessHandle.current().pid());
        long began = System.nanoTime();
        long spent = 0;
        while (spent < 300_000_000L) {
            spent = System.nanoTime() - began;
        }
        var after = Proc.of(ProcessHandle.current().pid());
        assertThat(after.cpuMillis()).isGreaterThan(before.cpuMillis()).isGreaterThan(0);
        assertThat(after.residentKb()).isBetween(20_000L, 8_000_000L);
        assertThat(after.shareKb()).isLessThanOrEqualTo(after.residentKb()).isPositive();
    }

    @Test
    void whatHasEndedUsesNothing() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(Proc.of(ended.pid())).isEqualTo(Proc.NONE);
    }
}
