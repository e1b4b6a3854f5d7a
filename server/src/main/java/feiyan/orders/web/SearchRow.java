package feiyan.orders.web;

import feiyan.orders.FoundIn;
import feiyan.orders.OrderLine;
import feiyan.orders.OrderSearch.Hit;
import feiyan.orders.SearchMark;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order that was found, with what was looked for marked in it.
 *
 * @param project null for a need in free words
 * @param words the piece of the need in which the words stand, or its beginning; null where the reader may not see it
 */
record SearchRow(
        OrderLine order,
        @Nullable List<SearchMark> project,
        @Nullable List<SearchMark> words,
        List<SearchMark> station,
        List<SearchMark> number,
        Set<FoundIn> places,
        StateLook look) {

    private static final int ONE_LINE = 42;
    /** So much of the sentence stands before the word, to understand it. */
    private static final int BEFORE = 10;

    static SearchRow of(Hit hit, OrderNames.Names names, List<String> marked) {
        var line = hit.line();
        var project = names.project(line.project());
        var words = excerpt(line.need(), marked);
        return new SearchRow(
                line,
                project == null ? null : SearchMark.of(project, marked, true),
                words == null ? null : SearchMark.of(words, marked, false),
                SearchMark.of(names.unit(line.station()), marked, true),
                SearchMark.of(line.number(), marked, false),
                hit.places(),
                StateLook.of(line.state()));
    }

    /** Whole characters only: a rare one takes two chars. */
    private static @Nullable String excerpt(@Nullable String need, List<String> marked) {
        if (need == null || need.isBlank()) {
            return null;
        }
        var line = need.strip().replaceAll("\\s+", " ");
        var signs = line.codePoints().toArray();
        int start = Math.max(0, Math.min(first(line, marked) - BEFORE, signs.length - ONE_LINE));
        int end = Math.min(signs.length, start + ONE_LINE);
        return (start > 0 ? "…" : "") + new String(signs, start, end - start) + (end < signs.length ? "…" : "");
    }

    private static int first(String line, List<String> marked) {
        var small = line.toLowerCase(Locale.ROOT);
        return marked.stream()
                .mapToInt(small::indexOf)
                .filter(at -> at >= 0)
                .map(at -> small.codePointCount(0, at))
                .min()
                .orElse(0);
    }
}
