package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.pool.Hush;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class ObstacleWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void eachObstacleSaysWhatWouldChangeItAndEachHushAWordOfCare(String language) throws IOException {
        var wanted = Stream.concat(
                        Arrays.stream(Obstacle.values())
                                .map(ObstacleWordsTest::code)
                                .flatMap(code ->
                                        Stream.of("against." + code, "against." + code + ".change", "lack." + code)),
                        Arrays.stream(Hush.values())
                                .map(ObstacleWordsTest::code)
                                .flatMap(code -> Stream.of("hush." + code, "hush." + code + ".care")))
                .map("candidates."::concat);
        assertThat(words(language).stringPropertyNames()).containsAll(wanted.toList());
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        var file = new ClassPathResource("messages/dispatch-candidates_" + language + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
