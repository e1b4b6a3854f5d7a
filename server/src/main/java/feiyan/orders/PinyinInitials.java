package feiyan.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letters with which the readings of a character begin, as they are typed for a name: 王秀兰 is wxl. Of a character
 * that is read in several ways ({@code orders/polyphones.txt}) each letter counts: 单 is found by s and by d.
 */
final class PinyinInitials {

    private static final String FILE = "/orders/polyphones.txt";
    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Map<Integer, String> POLYPHONES = polyphones();
    /** As many as there are different characters in use: some thousands. */
    private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>(POLYPHONES);

    private PinyinInitials() {}

    /** One entry for each character; empty letters for one that has none, such as a digit. */
    static List<String> of(String run) {
        return run.codePoints()
                .mapToObj(sign -> KNOWN.computeIfAbsent(sign, PinyinInitials::letter))
                .toList();
    }

    /** Where the letters begin in the name, or -1. */
    static int indexIn(List<String> name, String letters) {
        for (int start = 0; start + letters.length() <= name.size(); start++) {
            if (standsAt(name, start, letters)) {
                return start;
            }
        }
        return -1;
    }

    private static boolean standsAt(List<String> name, int start, String letters) {
        for (int at = 0; at < letters.length(); at++) {
            if (name.get(start + at).indexOf(letters.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String letter(int sign) {
        var latin = LATIN.transliterate(Character.toString(sign));
        return !latin.isEmpty() && isLetter(latin.charAt(0)) ? latin.substring(0, 1) : "";
    }

    static boolean isLetter(int sign) {
        return sign >= 'a' && sign <= 'z';
    }

    private static Map<Integer, String> polyphones() {
        var file = Objects.requireNonNull(PinyinInitials.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(toMap(line -> line.codePointAt(0), line -> line.substring(line.indexOf(' ') + 1)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
