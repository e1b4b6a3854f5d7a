package feiyan.triage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as they were typed or heard, made comparable: one width, one case, a blank for whatever is no letter or digit.
 */
final class Spoken {

    /** Nobody says a need in more; a longer text is read at both ends, since the point may come last. */
    private static final int MOST = 2000;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spoken() {}

    static String of(String words) {
        var ends = words.length() <= MOST
                ? words
                : words.substring(0, MOST / 2) + " " + words.substring(words.length() - MOST / 2);
        var oneWidth = Normalizer.normalize(ends, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(oneWidth).replaceAll(" ").strip();
    }
}
