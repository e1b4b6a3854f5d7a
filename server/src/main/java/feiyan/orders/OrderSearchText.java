package feiyan.orders;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words as a search compares them: full-width as narrow, capitals as small, in runs of letters and digits. */
final class OrderSearchText {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private OrderSearchText() {}

    static List<String> runs(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain).filter(run -> !run.isEmpty()).toList();
    }

    /** Each two neighbouring characters: Chinese writes no spaces between its words. */
    static List<String> bigrams(String run) {
        int[] signs = run.codePoints().toArray();
        return IntStream.range(0, signs.length - 1)
                .mapToObj(at -> new String(signs, at, 2))
                .distinct()
                .toList();
    }

    static int length(String run) {
        return run.codePointCount(0, run.length());
    }
}
