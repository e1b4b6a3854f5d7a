package feiyan.messages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all bundles, whichever module brings them. */
final class AllWords {

    private AllWords() {}

    /** @param language as in the names of the files: {@code zh_CN} or {@code en} */
    static Properties in(String language) throws IOException {
        var all = new Properties();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language + ".properties")) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                all.load(reader);
            }
        }
        return all;
    }

    static MessageSource source() throws IOException {
        var source = new StaticMessageSource();
        source.setAlwaysUseMessageFormat(true);
        for (var language : new String[] {"zh_CN", "en"}) {
            var words = in(language);
            var locale = Locale.forLanguageTag(language.replace('_', '-'));
            words.stringPropertyNames()
                    .forEach(key -> source.addMessage(key, locale, Objects.requireNonNull(words.getProperty(key))));
        }
        return source;
    }

    static Stream<String> keys(String prefix) throws IOException {
        return in("zh_CN").stringPropertyNames().stream().filter(key -> key.startsWith(prefix));
    }
}
