package feiyan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all modules: each brings {@code messages/<module>_zh_CN.properties} and {@code _en}. */
@Configuration
class MessageBundles {

    private static final String SUFFIX = "_zh_CN.properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new FoundWords();
        source.setBasenames(names());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setFallbackToSystemLocale(false);
        // One rule for translators, with arguments or without.
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    static String[] names() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX);
        return Arrays.stream(found)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(file -> "messages/" + file.substring(0, file.length() - SUFFIX.length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
