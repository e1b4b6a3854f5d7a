package feiyan.accounts;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How somebody types a name who makes a password of it: without what all such names end with, and without spaces; in
 * its own characters or, since few passwords have any, in the letters of its pinyin.
 */
final class NameSpellings {

    /** Shorter ones stand in many words by chance: Mali in animalistic, 马丽 in nothing. */
    private static final int LETTERS = 5;

    private static final int CHARACTERS = 2;

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");

    private static final Pattern OFFICE = Pattern.compile("(新时代)?(文明)?实践(中心|所|站|点)$");

    /** A place is called by its name without its level: 郯城县 is 郯城, but 李庄 stays. */
    private static final Pattern LEVEL = Pattern.compile("(?<=\\p{IsHan}{2})(街道办事处|街道|自治县|开发区|新区|社区|小区|[省市县区镇乡村])$");

    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private NameSpellings() {}

    /** None where the name is too short to be told from other words. */
    static Stream<String> of(String name) {
        var core = LEVEL.matcher(OFFICE.matcher(plain(name)).replaceFirst("")).replaceFirst("");
        return HAN.matcher(core).find()
                ? Stream.concat(longEnough(core, CHARACTERS), longEnough(plain(LATIN.transliterate(core)), LETTERS))
                : longEnough(core, LETTERS);
    }

    private static Stream<String> longEnough(String spelling, int shortest) {
        return spelling.codePointCount(0, spelling.length()) < shortest ? Stream.empty() : Stream.of(spelling);
    }

    /** As it is compared: nobody guesses better for a hyphen or a capital. */
    static String plain(String text) {
        return NO_SIGN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
