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
    private final Map<Locale, Map<String, String>> said = new ConcurrentHashMap<>();

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var bundle = bundles.computeIfAbsent(locale, this::byWord).get(code);
        return bundle == null ? null : getMessageFormat(bundle, code, locale);
    }

    /** Most words have nothing to fill in: they are made once, by the same rule. */
    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
        if (code == null || locale == null || (args != null && args.length > 0)) {
            return super.getMessageInternal(code, args, locale);
        }
        var known = said.computeIfAbsent(locale, each -> new ConcurrentHashMap<>());
        var words = known.get(code);
        if (words == null) {
            words = super.getMessageInternal(code, args, locale);
            if (words != null) {
                known.put(code, words);
            }
        }
        return words;
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
