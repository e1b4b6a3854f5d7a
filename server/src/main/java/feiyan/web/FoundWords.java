package feiyan.web;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Knows which bundle has which word. Its parent asks one bundle after the other for each word, half a hundred of them,
 * and a board of eight hundred lines has twenty thousand words.
 */
final class FoundWords extends ResourceBundleMessageSource {

    private final Map<Locale, Map<String, ResourceBundle>> bundles = new ConcurrentHashMap<>();

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var bundle = bundles.computeIfAbsent(locale, this::byWord).get(code);
        return bundle == null ? null : getMessageFormat(bundle, code, locale);
    }

    private Map<String, ResourceBundle> byWord(Locale locale) {
        var found = new HashMap<String, ResourceBundle>();
        for (var name : getBasenameSet()) {
            var bundle = Objects.requireNonNull(getResourceBundle(name, locale), name);
            bundle.keySet().forEach(word -> found.putIfAbsent(word, bundle));
        }
        return found;
    }
}
