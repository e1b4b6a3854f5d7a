package feiyan.demo;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way each time: the same seed gives the same county. */
final class Luck {

    private final Random random;

    Luck(long seed) {
        this.random = new Random(seed);
    }

    /** True so many times in a hundred. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    Duration minutes(int least, int most) {
        return Duration.ofMinutes(between(least, most));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    void shuffle(List<?> all) {
        Collections.shuffle(all, random);
    }
}
