package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Holds the two languages of every module together. */
class MessageBundlesTest {

    static Stream<String> bundles() throws IOException {
        return Stream.of(MessageBundles.names());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(words(bundle, "en").keySet())
                .containsExactlyElementsOf(words(bundle, "zh_CN").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesUseTheSameArguments(String bundle) throws IOException {
        var english = words(bundle, "en");
        words(bundle, "zh_CN")
                .forEach((key, text) -> assertThat(arguments(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsEmptyAndNoStraightQuoteIsLost(String bundle) throws IOException {
        for (var language : new String[] {"zh_CN", "en"}) {
            words(bundle, language)
                    .forEach((key, text) -> assertThat(text)
                            .as("%s in %s: a message format swallows ', so write ’", key, language)
                            .isNotBlank()
                            .doesNotContain("'"));
        }
    }

    /** Whoever is refused is told what to do next. */
    @ParameterizedTest
    @MethodSource("bundles")
    void eachRefusalHasItsNextStep(String bundle) throws IOException {
        var keys = words(bundle, "zh_CN").keySet();
        assertThat(keys.stream()
                        .filter(key -> key.startsWith("refusal.") && !key.endsWith(".next"))
                        .filter(key -> !keys.contains(key + ".next")))
                .isEmpty();
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    static Map<String, String> words(String bundle, String language) throws IOException {
        var file = new ClassPathResource(bundle + "_" + language + ".properties");
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
