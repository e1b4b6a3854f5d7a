package feiyan.dispatch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small invented weeks with many ties: coordinates on a coarse raster, few skills, few hours. */
final class Weeks {

    private final SplittableRandom random;

    Weeks(long seed) {
        random = new SplittableRandom(seed);
    }

    List<FreeVolunteer> people(int count) {
        return IntStream.range(0, count).mapToObj(this::person).toList();
    }

    FreeVolunteer person(int id) {
        var skills = Skills.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            skills = skills.and(random.nextInt(5) == 0 ? 70 : random.nextInt(6));
        }
        var free = random.nextInt(3) == 0
                ? new WeekBits(random.nextLong(), random.nextLong(), random.nextLong() >>> 24)
                : WeekBits.ALWAYS;
        return new FreeVolunteer(
                id,
                500f * random.nextInt(40),
                500f * random.nextInt(40),
                1_000f * random.nextInt(16),
                skills,
                free,
                60 * random.nextInt(10),
                120 * random.nextInt(8),
                100 * random.nextInt(6),
                100 * random.nextInt(11),
                1 + random.nextInt(2),
                1 + random.nextInt(3),
                random.nextBoolean(),
                random.nextInt(10) == 0,
                List.of());
    }

    List<OpenOrder> orders(int count, int people) {
        return IntStream.range(0, count).mapToObj(id -> order(id, people)).toList();
    }

    OpenOrder order(int id, int people) {
        var skills = Skills.NONE;
        for (int i = random.nextInt(3); i > 0; i--) {
            skills = skills.and(random.nextInt(8) == 0 ? 70 : random.nextInt(6));
        }
        return new OpenOrder(
                id,
                500f * random.nextInt(44) - 1_000,
                500f * random.nextInt(44) - 1_000,
                skills,
                1 + random.nextInt(4),
                30 * random.nextInt(48),
                30 * (1 + random.nextInt(8)),
                random.nextInt(4),
                random.nextInt(3),
                random.nextInt(4),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? random.nextInt(people) : OpenOrder.NOBODY,
                random.nextInt(8) == 0 ? random.nextInt(people) : OpenOrder.NOBODY);
    }

    /** Somebody close by who can do everything at any time. */
    static FreeVolunteer helper(int id, float x) {
        return new FreeVolunteer(
                id,
                x,
                0,
                50_000,
                Skills.NONE.and(1),
                WeekBits.ALWAYS,
                0,
                6_000,
                500,
                1_000,
                1,
                1,
                false,
                false,
                List.of());
    }

    /** An order of one skill at a spot on the road. */
    static OpenOrder need(int id, float x, int headcount, int start) {
        return new OpenOrder(
                id, x, 0, Skills.NONE.and(1), headcount, start, 60, 0, 0, 0, false, OpenOrder.NOBODY, OpenOrder.NOBODY);
    }

    static List<Candidate> bruteForce(List<FreeVolunteer> people, OpenOrder order, int most) {
        var all = new ArrayList<Candidate>();
        for (int who = 0; who < people.size(); who++) {
            if (HardRules.allow(order, people.get(who))) {
                all.add(new Candidate(who, Weights.STANDARD.cost(order, people.get(who))));
            }
        }
        all.sort(Comparator.comparingInt(Candidate::cost).thenComparingInt(Candidate::volunteer));
        return all.subList(0, Math.min(most, all.size()));
    }
}
