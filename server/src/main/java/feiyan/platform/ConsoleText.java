package feiyan.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What the console says: both languages in one line, since nobody has chosen one yet. */
public final class ConsoleText {

    private static final List<ResourceBundle> LANGUAGES = List.of(
            ResourceBundle.getBundle("messages.start", Locale.SIMPLIFIED_CHINESE),
            ResourceBundle.getBundle("messages.start", Locale.ENGLISH));

    private ConsoleText() {}

    public static String line(String key, Object... args) {
        return LANGUAGES.stream()
                .map(texts -> new MessageFormat(texts.getString(key), Locale.ROOT).format(args))
                .collect(Collectors.joining("  |  "));
    }
}
