package feiyan.web.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What fields and schemas mean, for the API's description: each module brings {@code openapi/<module>.properties}. A
 * field that means the same everywhere is told once ({@code version=…}); {@code OrderJson.version=…} goes before it.
 */
@Component
class ApiWords {

    private static final String FILES = "classpath*:openapi/*.properties";

    private final Properties words = new Properties();

    ApiWords() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file.getFilename(), unreadable);
            }
        }
    }

    Optional<String> schema(String name) {
        return Optional.ofNullable(words.getProperty(name));
    }

    Optional<String> field(String schema, String field) {
        return schema(schema + "." + field).or(() -> schema(field));
    }
}
