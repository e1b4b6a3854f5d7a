package feiyan.triage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Hears whether words speak of a danger to life that is here now, as people did who called for help, and unlike those
 * who only spoke of such things. What the words are and what they are about both count: nobody can write down all words
 * for a stroke, but each of them has a person, a part of the body and a sudden change.
 */
final class Alarm {

    /** Below 0: a number shown in vain costs a glance, one not shown may cost a life. By cross-validation. */
    private static final double LOUD_ENOUGH = -0.2;

    /** What speaks for the one or the other before a word is said. */
    private static final Map<String, Double> BEFORE = Map.of("#", 0.3);

    private final Concepts concepts;
    private final Logistic forHelp;
    private final Map<Emergency, Logistic> numbers = new EnumMap<>(Emergency.class);

    Alarm(Concepts concepts, List<Call> calls) {
        this.concepts = concepts;
        forHelp = new Logistic(
                calls.stream().map(call -> traits(call.words())).toList(),
                calls.stream().map(Call::forHelp).toList());
        learnNumbers(calls.stream().filter(call -> call.number().isPresent()).toList());
    }

    private void learnNumbers(List<Call> numbered) {
        var texts = numbered.stream().map(call -> traits(call.words())).toList();
        for (var number : Emergency.values()) {
            var truths = numbered.stream()
                    .map(call -> call.number().equals(Optional.of(number)))
                    .toList();
            numbers.put(number, new Logistic(texts, truths));
        }
    }

    Optional<Emergency> hear(String words) {
        var traits = traits(words);
        return forHelp.read(traits) < LOUD_ENOUGH ? Optional.empty() : Optional.of(number(traits));
    }

    private Emergency number(Map<String, Double> traits) {
        return numbers.entrySet().stream()
                .max(Comparator.comparingDouble(number -> number.getValue().read(traits)))
                .map(Entry::getKey)
                .orElseThrow();
    }

    /** Grams count by their share of the text: a long one would shout. */
    private Map<String, Double> traits(String words) {
        var grams = Grams.of(words);
        double length = Math.sqrt(
                grams.values().stream().mapToDouble(weight -> weight * weight).sum());
        var traits = new HashMap<>(BEFORE);
        grams.forEach((gram, weight) -> traits.put(gram, weight / length));
        traits.putAll(concepts.in(Spoken.of(words)));
        return traits;
    }
}
