package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The log of the data folder, as the running server writes it. */
@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.data=target/log-lines", "logging.file.name=target/log-lines/feiyan.log"})
class LogLinesTest {

    private static final String FORGED = "2026-11-22T10:00:00.000+08:00  INFO [main] SignIns : all is well";

    private final Logger logger = (Logger) LoggerFactory.getLogger(LogLinesTest.class);

    private List<String> written(String message, Throwable failure) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var file = (FileAppender<ILoggingEvent>) root.getAppender("FILE");
        var event = new LoggingEvent(Logger.class.getName(), logger, Level.INFO, message, failure, null);
        return new String(file.getEncoder().encode(event), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void nobodyWritesALineOfTheirOwn() {
        for (var end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
            var lines = written("what " + end + FORGED, null);
            assertThat(lines).singleElement().asString().contains("what  | " + FORGED);
        }
    }

    @Test
    void aTraceStandsIndentedWhateverTheFailureSays() {
        var lines = written("broken", new IllegalStateException("it says\n" + FORGED));
        assertThat(lines.getFirst()).contains("broken").matches("\\d{4}-\\d\\d-\\d\\dT.*[+-]\\d\\d:\\d\\d .*");
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.isBlank() || line.startsWith("    "))
                .anyMatch(line -> line.contains(FORGED))
                .anyMatch(line -> line.contains("at feiyan.web.LogLinesTest"));
    }
}
