package feiyan.canary;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the tests' people say and are called where it is nobody's business: so rare that where one of these words
 * stands, it came from there. Whoever gives the cast something new that is personal names it here.
 */
public final class Marks {

    /** All that anybody of the twin county wrote or is called bears it. */
    public static final String TWIN = "Zwilling7";

    /** Nobody sees them again, not even who typed them. */
    static final List<Spellings> SECRET = spelled("correct horse battery", "swallow over wheat", "swallows fly home");

    /** For those alone whom the order concerns: words, door and numbers of the villages' people. */
    static final List<Spellings> PERSONAL = spelled(
            "Her hair has grown long",
            "by the well",
            "canary-need",
            "canary-recipient",
            "canary-phone",
            "canary-address",
            // the numbers of each cast count up from here
            "1380000",
            "1390000");

    static final List<Spellings> OF_TWIN = spelled(TWIN);

    /** Nowhere in a log, an exception or a column in clear. */
    static final List<Spellings> NOWHERE =
            Stream.of(SECRET, PERSONAL).flatMap(List::stream).toList();

    private Marks() {}

    /** The words of these marks that stand in it. */
    static List<String> in(String sent, List<Spellings> marks) {
        if (!new OnePass(marks).meetsAny(sent)) {
            return List.of();
        }
        return marks.stream()
                .filter(mark -> mark.isIn(sent))
                .map(Spellings::word)
                .toList();
    }

    private static List<Spellings> spelled(String... words) {
        return Stream.of(words).map(Spellings::of).toList();
    }
}
