package feiyan.dispatch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many to ask, whom first: as few as will do. Each question wears people out, so at each look only as many are
 * asked as are needed for the target to stay within reach, were all the others asked at the next look. A seat is then
 * filled by few when there is time, and by many at once when there is none. The smallest set is exact: the chance that
 * enough say yes (a Poisson binomial) grows with each one's own, so of all sets of one size the likeliest to answer are
 * the best.
 */
public final class HowManyToAsk {

    /** Who has been asked, how long ago, and has not answered. */
    public record Waiting(Invitee invitee, double minutesAgo) {}

    /** Whom to ask now, and the chance that by the deadline enough say yes if nobody else is ever asked. */
    public record Asking(List<Invitee> invitees, double chance) {

        public Asking {
            invitees = List.copyOf(invitees);
        }
    }

    /** One offer of a course of offers: it goes out at that minute unless the seats are filled by then. */
    public record Offer(Invitee invitee, double atMinute) {}

    /** Where not even all of them reach the target, asking them later may cost so much of the chance: hardly any. */
    private static final double TOO_LITTLE = 0.005;

    private final double target;
    private final double betweenLooks;

    /**
     * @param target the chance a county wants, below 1
     * @param betweenLooks minutes until the next look at what has been answered
     */
    public HowManyToAsk(double target, double betweenLooks) {
        if (!(target > 0 && target < 1 && betweenLooks > 0)) {
            throw new IllegalArgumentException("a chance between 0 and 1, and a time between looks");
        }
        this.target = target;
        this.betweenLooks = betweenLooks;
    }

    /** @param left minutes to the deadline */
    public Asking now(int seats, double left, List<Waiting> waiting, List<Invitee> others) {
        var likeliest = others.stream()
                .sorted(Comparator.comparingDouble((Invitee some) -> -some.yesWithin(left))
                        .thenComparingInt(Invitee::cost)
                        .thenComparingInt(Invitee::volunteer))
                .toList();
        int asked = Math.min(likeliest.size(), Math.max(0, seats - beingWaitedFor(left, waiting)));
        double goal = Math.min(target, chance(seats, left, waiting, likeliest, likeliest.size(), false) - TOO_LITTLE);
        while (asked < likeliest.size() && chance(seats, left, waiting, likeliest, asked, true) < goal) {
            asked++;
        }
        return new Asking(likeliest.subList(0, asked), chance(seats, left, waiting, likeliest, asked, false));
    }

    /** Nobody idles: for each seat somebody is out, counted until half of the hope in them is gone. */
    private static int beingWaitedFor(double left, List<Waiting> waiting) {
        return (int) waiting.stream()
                .filter(some -> some.invitee().yesAfter(some.minutesAgo(), some.minutesAgo() + left)
                        >= some.invitee().yesWithin(left) / 2)
                .count();
    }

    /** The whole course, for the case that nobody ever answers. */
    public List<Offer> course(int seats, double left, List<Invitee> invitees) {
        var offers = new ArrayList<Offer>();
        var others = new ArrayList<>(invitees);
        for (double minute = 0; minute < left && !others.isEmpty(); minute += betweenLooks) {
            double at = minute;
            var waiting = offers.stream()
                    .map(offer -> new Waiting(offer.invitee(), at - offer.atMinute()))
                    .toList();
            var next = now(seats, left - at, waiting, others).invitees();
            next.forEach(some -> offers.add(new Offer(some, at)));
            others.removeAll(next);
        }
        return List.copyOf(offers);
    }

    /** That at least so many say yes in time, the first {@code asked} being asked now, the others later if ever. */
    private double chance(
            int seats, double left, List<Waiting> waiting, List<Invitee> others, int asked, boolean othersLater) {
        var exactly = new double[seats];
        if (seats == 0) {
            return 1;
        }
        exactly[0] = 1;
        waiting.forEach(some -> count(exactly, some.invitee().yesAfter(some.minutesAgo(), some.minutesAgo() + left)));
        for (int i = 0; i < others.size() && (i < asked || othersLater); i++) {
            var some = others.get(i);
            count(exactly, i < asked ? some.yesWithin(left) : some.yesLater(left - betweenLooks));
        }
        double tooFew = 0;
        for (double some : exactly) {
            tooFew += some;
        }
        return 1 - tooFew;
    }

    /** One more who says yes with this chance: {@code exactly[n]} is the chance of n so far, n below the seats. */
    private static void count(double[] exactly, double yes) {
        for (int n = exactly.length - 1; n >= 0; n--) {
            exactly[n] = exactly[n] * (1 - yes) + (n == 0 ? 0 : exactly[n - 1] * yes);
        }
    }
}
