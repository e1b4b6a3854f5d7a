package feiyan.bench.dispatch;

import java.util.random.RandomGenerator;

/** Draws 0 to n − 1, the k-th with a weight of k to the power of −s. */
final class Zipf {

    private final double[] upTo;

    Zipf(int n, double s) {
        upTo = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.pow(i + 1, -s);
            upTo[i] = sum;
        }
    }

    int draw(RandomGenerator random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] < at) {
            i++;
        }
        return i;
    }
}
