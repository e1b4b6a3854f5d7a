package feiyan.dispatch.measures;

import java.util.Arrays;

/**
 * How evenly work lies on people.
 *
 * @param people who could have had some of it
 * @param gini 0 where all have the same, towards 1 where one has all: for loads x sorted upwards, Σ (2i − n − 1) xᵢ
 *     divided by n Σ xᵢ (Sen, On Economic Inequality, 1973)
 * @param busiestTenth the share of all work, in percent, that the tenth with the most has; at least one person
 */
public record Spread(int people, double gini, int busiestTenth) {

    private static final int A_TENTH = 10;
    private static final int PERCENT = 100;

    /** Nobody, or nothing to do: as even as can be. */
    public static Spread of(int[] loads) {
        var sorted = loads.clone();
        Arrays.sort(sorted);
        long all = Arrays.stream(sorted).asLongStream().sum();
        return all == 0
                ? new Spread(sorted.length, 0, 0)
                : new Spread(sorted.length, gini(sorted, all), busiestTenth(sorted, all));
    }

    private static double gini(int[] sorted, long all) {
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return weighted / ((double) sorted.length * all);
    }

    private static int busiestTenth(int[] sorted, long all) {
        int tenth = Math.max(1, sorted.length / A_TENTH);
        long theirs = Arrays.stream(sorted, sorted.length - tenth, sorted.length)
                .asLongStream()
                .sum();
        return (int) Math.round((double) PERCENT * theirs / all);
    }
}
