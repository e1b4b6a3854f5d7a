package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what lines belong together. */
class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-may-come",
    })
    void whatAProxySaysIsTaken(String header) {
        assertThat(Trace.told(header)).contains(new Trace(ID));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nERROR forged",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-\nERROR forged",
            })
    void whatIsNoneIsNotTaken(String header) {
        assertThat(Trace.told(header)).isEmpty();
    }

    @Test
    void whatOneThreadDoesBearsItUntilItIsDone() throws Exception {
        var trace = Trace.fresh();
        assertThat(trace.id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Trace.fresh().id());
        assertThat(trace.id()).endsWith(trace.brief());
        try (var _ = trace.open()) {
            assertThat(Trace.current()).contains(trace);
            var elsewhere =
                    Thread.ofPlatform().start(() -> assertThat(Trace.current()).isEmpty());
            elsewhere.join();
        }
        assertThat(Trace.current()).isEmpty();
    }
}
