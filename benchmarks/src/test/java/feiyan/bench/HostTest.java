package feiyan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HostTest {

    @Test
    void aFigureIsOfADayAMachineAndAJava() {
        assertThat(Host.told(LocalDate.of(2026, 11, 23)))
                .matches("2026-11-23, \\d+ cores \\(.+\\), \\d+ GB, \\S+ \\S+, Java 25\\S* \\(.+\\)")
                .contains("%d cores".formatted(Runtime.getRuntime().availableProcessors()));
    }
}
