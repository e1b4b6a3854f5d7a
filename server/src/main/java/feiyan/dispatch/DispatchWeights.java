package feiyan.dispatch;

import feiyan.dispatch.engine.Weights;
import feiyan.platform.Policy;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a county decided is better than what, as the engine weighs it. */
public final class DispatchWeights {

    private static final int METRES_A_KILOMETRE = 1_000;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int PER_MILLE_A_PERCENT = 10;
    private static final int MOST_URGENT = 3;

    private DispatchWeights() {}

    /** Each as the county decided it. */
    public static Map<Weight, Integer> all(Policy policy) {
        var all = new EnumMap<Weight, Integer>(Weight.class);
        for (var weight : Weight.values()) {
            all.put(weight, policy.get(weight.setting()));
        }
        return all;
    }

    public static Weights of(Policy policy) {
        var recent = fraction(policy.get(Policy.WEIGHT_RECENT), MINUTES_AN_HOUR);
        var response = fraction(policy.get(Policy.WEIGHT_RESPONSE), PER_MILLE_A_PERCENT);
        return new Weights(
                openSeats(policy),
                (double) policy.get(Policy.WEIGHT_WAY) / METRES_A_KILOMETRE,
                recent.times(),
                recent.over(),
                policy.get(Policy.WEIGHT_RATING),
                response.times(),
                response.over(),
                Weights.STANDARD.otherLanguage(),
                Weights.STANDARD.noParty(),
                policy.get(Policy.WEIGHT_REGULAR),
                policy.get(Policy.WEIGHT_NAMED),
                policy.get(Policy.WEIGHT_AGAIN));
    }

    /**
     * By urgency: what is decided for the two kinds of order there are, and in even ratios between them. What is urgent
     * is never worth less than what is not.
     */
    private static List<Integer> openSeats(Policy policy) {
        int least = policy.get(Policy.WEIGHT_OPEN_SEAT);
        int most = Math.max(least, policy.get(Policy.WEIGHT_OPEN_SEAT_URGENT));
        return IntStream.rangeClosed(0, MOST_URGENT)
                .map(urgency ->
                        (int) Math.round(least * Math.pow((double) most / least, (double) urgency / MOST_URGENT)))
                .boxed()
                .toList();
    }

    private record Fraction(int times, int over) {}

    /** In lowest terms: the sum stays small, and the standard is the engine's own to the letter. */
    private static Fraction fraction(int times, int over) {
        int common = BigInteger.valueOf(times).gcd(BigInteger.valueOf(over)).intValue();
        return new Fraction(times / common, over / common);
    }
}
