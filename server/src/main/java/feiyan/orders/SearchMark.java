package feiyan.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a text in which something was looked for.
 *
 * @param hit whether this is what was looked for
 */
public record SearchMark(String text, boolean hit) {

    /** The text in pieces: the words of the search, and, in a name, the characters whose initials they are. */
    public static List<SearchMark> of(String text, List<String> words, boolean name) {
        var hits = new boolean[text.length()];
        markWords(text, words, hits);
        if (name) {
            words.forEach(word -> markInitials(text, word, hits));
        }
        var marks = new ArrayList<SearchMark>();
        for (int start = 0, at = 1; at <= text.length(); at++) {
            if (at == text.length() || hits[at] != hits[start]) {
                marks.add(new SearchMark(text.substring(start, at), hits[start]));
                start = at;
            }
        }
        return marks;
    }

    private static void markWords(String text, List<String> words, boolean[] hits) {
        if (words.isEmpty()) {
            return;
        }
        var any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var found = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        while (found.find()) {
            mark(hits, found.start(), found.end());
        }
    }

    /** Only where each character of the name is one char, as nearly all are: else nothing is marked. */
    private static void markInitials(String text, String word, boolean[] hits) {
        var isPlain = text.codePointCount(0, text.length()) == text.length();
        var start = isPlain && new SearchWord(word).isLetters()
                ? PinyinInitials.indexIn(PinyinInitials.of(text.toLowerCase(java.util.Locale.ROOT)), word)
                : -1;
        if (start >= 0) {
            mark(hits, start, start + word.length());
        }
    }

    private static void mark(boolean[] hits, int from, int to) {
        for (int at = from; at < to; at++) {
            hits[at] = true;
        }
    }
}
