package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** The lines of the log in the data folder, by the pattern that the server is started with. */
class LogLinesTest {

    private static final String FORGED = "2026-11-22T10:00:00.000+08:00  INFO [main] SignIns : all is well";

    private final Logger logger = (Logger) LoggerFactory.getLogger(LogLinesTest.class);
    private final PatternLayout layout = new PatternLayout();

    @BeforeEach
    void asTheServerWrites() throws IOException {
        var settings = new Properties();
        try (var file = LogLinesTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        layout.setContext(logger.getLoggerContext());
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(settings.getProperty("logging.pattern.file"));
        layout.start();
    }

    private List<String> written(String message, @Nullable Throwable failure) {
        var event = new LoggingEvent(Logger.class.getName(), logger, Level.INFO, message, failure, null);
        return layout.doLayout(event).lines().toList();
    }

    @Test
    void nobodyWritesALineOfTheirOwn() {
        for (var end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
            var lines = written("what " + end + FORGED, null);
            assertThat(lines).singleElement().asString().endsWith("what  | " + FORGED);
        }
    }

    @Test
    void aTraceStandsIndentedWhateverTheFailureSays() {
        var lines = written("broken", new IllegalStateException("it says\n" + FORGED));
        assertThat(lines.getFirst())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) .* : broken");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.isBlank() || line.startsWith("    "))
                .anyMatch(line -> line.contains(FORGED))
                .anyMatch(line -> line.contains("at feiyan.web.LogLinesTest"));
    }
}
