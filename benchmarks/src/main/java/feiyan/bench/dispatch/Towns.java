package feiyan.bench.dispatch;

import java.util.SplittableRandom;

/** Where people live: most in a few towns of unequal size, the others anywhere. */
final class Towns {

    private static final double SCATTERED = 0.12;
    private static final double TOWN_METRES = 900;
    private static final double METRES_PER_TOWN = 8_000;

    private final SplittableRandom random;
    private final double side;
    private final double[] x;
    private final double[] y;
    private final Zipf size;

    Towns(double side, SplittableRandom random) {
        this.random = random;
        this.side = side;
        int count = (int) Math.max(4, side / METRES_PER_TOWN * (side / METRES_PER_TOWN));
        x = random.doubles(count, 0.1 * side, 0.9 * side).toArray();
        y = random.doubles(count, 0.1 * side, 0.9 * side).toArray();
        size = new Zipf(count, 0.7);
    }

    float[] spot() {
        if (random.nextDouble() < SCATTERED) {
            return new float[] {(float) (random.nextDouble() * side), (float) (random.nextDouble() * side)};
        }
        int town = size.draw(random);
        double wide = TOWN_METRES * (town == 0 ? 2 : 1);
        return new float[] {near(x[town], wide), near(y[town], wide)};
    }

    private float near(double middle, double wide) {
        return (float) Math.clamp(middle + wide * random.nextGaussian(), 0, side);
    }
}
