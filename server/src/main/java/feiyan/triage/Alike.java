package feiyan.triage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How much more words sound like a call for help than like a request: naive Bayes over grams, learned in one pass. */
final class Alike {

    /** What was seen in no call and once in a request must not decide. */
    private static final double SMOOTHING = 0.3;

    /** How often a gram was heard in one kind of text. */
    private static final class Heard {

        private int texts;
        private final Map<String, Integer> times = new HashMap<>();

        void add(Set<String> grams) {
            texts++;
            grams.forEach(gram -> times.merge(gram, 1, Integer::sum));
        }

        double share(String gram) {
            return Math.log((times.getOrDefault(gram, 0) + SMOOTHING) / (texts + 2 * SMOOTHING));
        }
    }

    private final Heard forHelp = new Heard();
    private final Heard other = new Heard();
    private final Map<Emergency, Heard> numbers = new EnumMap<>(Emergency.class);

    Alike(List<Call> calls) {
        calls.forEach(this::learn);
    }

    private void learn(Call call) {
        var grams = Grams.of(call.words()).keySet();
        (call.forHelp() ? forHelp : other).add(grams);
        call.number()
                .ifPresent(number ->
                        numbers.computeIfAbsent(number, any -> new Heard()).add(grams));
    }

    /** Above 0 rather a call. Divided by the root of the length: grams overlap, and a long text would shout. */
    double read(Map<String, Double> grams) {
        double sum = 0;
        for (var gram : grams.entrySet()) {
            if (forHelp.times.containsKey(gram.getKey()) || other.times.containsKey(gram.getKey())) {
                sum += gram.getValue() * (forHelp.share(gram.getKey()) - other.share(gram.getKey()));
            }
        }
        return sum / Math.sqrt(Math.max(1, grams.size()));
    }

    /** Whom people called who spoke like this. */
    Emergency number(Map<String, Double> grams) {
        return Stream.of(Emergency.values())
                .max(Comparator.comparingDouble(number -> likeness(number, grams)))
                .orElseThrow();
    }

    private double likeness(Emergency number, Map<String, Double> grams) {
        var heard = numbers.getOrDefault(number, forHelp);
        return grams.entrySet().stream()
                .mapToDouble(gram -> gram.getValue() * heard.share(gram.getKey()))
                .sum();
    }
}
