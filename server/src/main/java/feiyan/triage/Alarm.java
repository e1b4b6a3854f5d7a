package feiyan.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Hears whether words speak of a danger to life that is here now. Rules alone know what they were told and no more, and
 * eighteen examples teach nobody what a stroke sounds like: so pictures of danger and likeness to calls for help add
 * up.
 */
final class Alarm {

    /**
     * A picture counts one, twice at most; haste a half, twice at most; talk of lessons and the past takes one each.
     */
    private static final int MOST = 2;

    private static final double HASTE = 0.5;
    private static final double LIKENESS = 0.5;

    /** Chosen by cross-validation: every labelled emergency is heard, and one request in a hundred is taken for one. */
    private static final double LOUD_ENOUGH = 0.2;

    /** Likeness without a single picture must be plain: a blocked drain is spoken of in the words of a flood. */
    private static final double LOUD_WITHOUT_PICTURE = 0.6;

    private final Pictures pictures;
    private final Alike alike;

    Alarm(Pictures pictures, List<Call> calls) {
        this.pictures = pictures;
        alike = new Alike(calls);
    }

    Optional<Emergency> hear(String words) {
        var spoken = Spoken.of(words);
        var seen = pictures.seen(spoken);
        var grams = Grams.of(words);
        double loudness =
                Math.min(MOST, seen.values().stream().mapToInt(count -> count).sum())
                        + HASTE * Math.min(MOST, pictures.haste(spoken))
                        - pictures.calm(spoken)
                        + LIKENESS * alike.read(grams);
        return loudness < (seen.isEmpty() ? LOUD_WITHOUT_PICTURE : LOUD_ENOUGH)
                ? Optional.empty()
                : Optional.of(first(seen, grams));
    }

    /** The number for which most pictures ask; a tie is settled by the order of the numbers. */
    private Emergency first(Map<Emergency, Integer> seen, Map<String, Double> grams) {
        return seen.entrySet().stream()
                .max(Comparator.<Entry<Emergency, Integer>>comparingInt(Entry::getValue)
                        .thenComparing(Entry::getKey, Comparator.reverseOrder()))
                .map(Entry::getKey)
                .orElseGet(() -> alike.number(grams));
    }
}
