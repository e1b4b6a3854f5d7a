package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The house's words are those that Spring would find by asking one bundle after the other. */
class FoundWordsTest {

    private static final Object[] ARGS = {1, 2, 3, 4, 5};

    @Test
    void eachWordIsTheOneThatLookingThroughAllBundlesFinds() throws IOException {
        var found = new MessageBundles().messageSource();
        var searched = searched();
        for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, Locale.UK, Locale.FRENCH}) {
            for (var word : words()) {
                assertThat(found.getMessage(word, ARGS, locale))
                        .as("%s in %s", word, locale)
                        .isEqualTo(searched.getMessage(word, ARGS, locale));
            }
        }
    }

    @Test
    void whatNobodyWroteIsMissing() throws IOException {
        var found = new MessageBundles().messageSource();
        assertThatThrownBy(() -> found.getMessage("no.such.word", null, Locale.ENGLISH))
                .isInstanceOf(NoSuchMessageException.class);
    }

    private static MessageSource searched() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(MessageBundles.names());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static Set<String> words() throws IOException {
        var words = new TreeSet<String>();
        for (var name : MessageBundles.names()) {
            words.addAll(MessageBundlesTest.words(name, "zh_CN").keySet());
        }
        assertThat(words).hasSizeGreaterThan(1000);
        return words;
    }
}
