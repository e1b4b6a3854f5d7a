package feiyan.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns from texts that are something or are not how much each of their traits speaks for it: logistic regression. */
final class Logistic {

    private static final int ROUNDS = 25;
    private static final double RATE = 0.2;

    /** Keeps what one text alone says from being believed outright. */
    private static final double DOUBT = 3e-4;

    /**
     * Rows are taken in steps of this prime: neighbours in a file are alike, and a fixed order learns the same each
     * time.
     */
    private static final int STEP = 7919;

    /** A text, its traits by number. */
    private static final class Row {

        private final int[] traits;
        private final double[] weights;
        private final double truth;

        Row(int[] traits, double[] weights, boolean truth) {
            this.traits = traits;
            this.weights = weights;
            this.truth = truth ? 1 : 0;
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] says;

    /** {@code truths}: for each text, whether it is what is to be learned. */
    Logistic(List<Map<String, Double>> texts, List<Boolean> truths) {
        var rows = new Row[texts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(texts.get(i), truths.get(i));
        }
        says = new double[numbers.size()];
        var moved = new double[numbers.size()];
        for (int step = 0; step < ROUNDS * rows.length; step++) {
            learn(rows[(int) ((long) step * STEP % rows.length)], moved);
        }
    }

    private Row row(Map<String, Double> text, boolean truth) {
        var traits = text.keySet().stream()
                .mapToInt(trait -> numbers.computeIfAbsent(trait, any -> numbers.size()))
                .toArray();
        var weights = text.values().stream().mapToDouble(weight -> weight).toArray();
        return new Row(traits, weights, truth);
    }

    /** Each trait slows down with the way it has gone, so that rare ones are heard, too (AdaGrad). */
    private void learn(Row row, double[] moved) {
        double error = row.truth - likelihood(row);
        for (int i = 0; i < row.traits.length; i++) {
            int trait = row.traits[i];
            double pull = error * row.weights[i] - DOUBT * says[trait];
            moved[trait] += pull * pull;
            says[trait] += RATE * pull / Math.sqrt(moved[trait] + 1e-6);
        }
    }

    private double likelihood(Row row) {
        double sum = 0;
        for (int i = 0; i < row.traits.length; i++) {
            sum += says[row.traits[i]] * row.weights[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Above 0 rather so than not; what was never met says nothing. */
    double read(Map<String, Double> traits) {
        double sum = 0;
        for (var trait : traits.entrySet()) {
            var number = numbers.get(trait.getKey());
            sum += number == null ? 0 : says[number] * trait.getValue();
        }
        return sum;
    }
}
