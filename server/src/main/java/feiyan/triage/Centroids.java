package feiyan.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Each project as the middle of everything said about it: its examples, its title and its words, as vectors of grams
 * weighed by their rarity. How near a need is to a project is the cosine between the two.
 */
final class Centroids {

    /** A word written by hand says more than one of the forty grams of an example; chosen by cross-validation. */
    private static final double BY_HAND = 1.5;

    /** A gram that nobody taught says that something else is meant; it counts as this rare. */
    private static final double UNKNOWN = 2;

    private record Taught(String code, Map<String, Double> grams, double weight) {}

    /** A gram's part in one middle. */
    private record Part(int middle, double weight) {}

    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final List<String> codes;
    private final int texts;

    Centroids(List<Example> examples, List<ProjectWords> projects) {
        var taught = new ArrayList<Taught>();
        examples.stream().filter(example -> !example.emergency()).forEach(example -> teach(example, taught));
        projects.forEach(project -> teach(project, taught));
        texts = taught.size();
        taught.forEach(text -> text.grams().keySet().forEach(gram -> seen.merge(gram, 1, Integer::sum)));
        var middles = middles(taught);
        codes = List.copyOf(middles.keySet());
        codes.forEach(code -> index(codes.indexOf(code), middles.getOrDefault(code, Map.of())));
    }

    private static void teach(Example example, List<Taught> taught) {
        var codes = example.projects().isEmpty() ? List.of(ProjectWords.NONE) : example.projects();
        var grams = Grams.of(example.words());
        codes.forEach(code -> taught.add(new Taught(code, grams, 1.0 / codes.size())));
    }

    private static void teach(ProjectWords project, List<Taught> taught) {
        taught.add(new Taught(project.code(), Grams.of(project.title()), 1));
        project.words().forEach(word -> taught.add(new Taught(project.code(), Grams.of(word), BY_HAND)));
    }

    private Map<String, Map<String, Double>> middles(List<Taught> taught) {
        var middles = new LinkedHashMap<String, Map<String, Double>>();
        for (var text : taught) {
            var middle = middles.computeIfAbsent(text.code(), code -> new HashMap<>());
            vector(text.grams()).forEach((gram, weight) -> middle.merge(gram, weight * text.weight(), Double::sum));
        }
        return middles;
    }

    /** The root keeps what many texts say from drowning what one says. */
    private void index(int number, Map<String, Double> middle) {
        double length = Math.sqrt(sum(middle));
        middle.forEach((gram, weight) -> parts.computeIfAbsent(gram, any -> new ArrayList<>())
                .add(new Part(number, Math.sqrt(weight) / length)));
    }

    private static double sum(Map<String, Double> middle) {
        return middle.values().stream().mapToDouble(weight -> weight).sum();
    }

    private Map<String, Double> vector(Map<String, Double> grams) {
        var vector = new HashMap<String, Double>();
        double square = 0;
        for (var gram : grams.entrySet()) {
            double weight = gram.getValue() * rarity(gram.getKey());
            square += weight * weight;
            vector.put(gram.getKey(), weight);
        }
        double length = Math.sqrt(square);
        vector.replaceAll((gram, weight) -> weight / length);
        return vector;
    }

    private double rarity(String gram) {
        var times = seen.get(gram);
        return times == null ? UNKNOWN : Math.log1p((double) texts / times);
    }

    /** Nearest first; what is equally near in the order of its code. */
    List<Near> near(String words) {
        var cosines = new double[codes.size()];
        vector(Grams.of(words))
                .forEach((gram, weight) -> parts.getOrDefault(gram, List.of())
                        .forEach(part -> cosines[part.middle()] += weight * part.weight()));
        return IntStream.range(0, cosines.length)
                .mapToObj(middle -> new Near(codes.get(middle), cosines[middle]))
                .sorted()
                .toList();
    }
}
