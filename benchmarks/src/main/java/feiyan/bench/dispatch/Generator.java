package feiyan.bench.dispatch;

import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Skills;
import feiyan.dispatch.engine.WeekBits;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Weeks of an invented county, drawn like the shared instances: people and needs gather in towns, a few skills are
 * common and most are rare, nobody is free but in blocks of hours, and needs come by day, more of them on the weekend.
 */
final class Generator {

    private static final double COUNTY_METRES = 35_000;
    private static final double TOWNSHIP_METRES = 11_000;
    private static final int COUNTY_ORDERS = 2_000;
    private static final int SKILLS = 72;
    private static final int SURGE_DAY = 5;
    private static final int[] MOST_WANTED = {11, 15, 12, 22, 4, 9, 24, 0, 1, 31, 8, 10};
    private static final int[] DAY_BLOCKS = {8, 12, 18, 22};

    private final SplittableRandom random;
    private final int orders;
    private final int volunteers;
    private final boolean surge;
    private final Towns towns;
    private final Zipf owned = new Zipf(SKILLS, 0.95);
    private final Zipf wanted = new Zipf(SKILLS, 0.8);
    private final int[] wantedSkills;

    Generator(int orders, int volunteers, boolean surge, long seed) {
        this.random = new SplittableRandom(seed);
        this.orders = orders;
        this.volunteers = volunteers;
        this.surge = surge;
        double side = orders < COUNTY_ORDERS / 4
                ? TOWNSHIP_METRES
                : COUNTY_METRES * Math.sqrt(Math.max(1, (double) orders / COUNTY_ORDERS));
        towns = new Towns(side, random.split());
        wantedSkills = IntStream.concat(IntStream.of(MOST_WANTED), IntStream.range(0, SKILLS))
                .distinct()
                .toArray();
    }

    Instance week() {
        var people = IntStream.range(0, volunteers).mapToObj(this::volunteer).toList();
        var needs = IntStream.range(0, orders).mapToObj(this::order).toList();
        return new Instance(needs, List.copyOf(people));
    }

    private FreeVolunteer volunteer(int id) {
        var home = towns.spot();
        var skills = Skills.NONE;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            skills = skills.and(owned.draw(random));
        }
        double far = random.nextDouble();
        double stars = -Math.log(random.nextDouble()) * 50;
        return new FreeVolunteer(
                id,
                home[0],
                home[1],
                far < 0.5 ? 3_000 : far < 0.85 ? 6_000 : 15_000,
                skills,
                free(),
                (int) Math.min(2_400, -360 * Math.log(random.nextDouble())),
                240 + 60 * random.nextInt(13),
                (int) Math.max(200, 500 - stars),
                (int) (1_000 * Math.sqrt(random.nextDouble())),
                random.nextInt(10) < 6 ? 2 : 1,
                language(0.8),
                random.nextInt(4) == 0,
                random.nextInt(10) < 3,
                List.of());
    }

    /** Morning, afternoon and evening, each free or not; now and then an hour short. */
    private WeekBits free() {
        var words = new long[3];
        for (int day = 0; day < 7; day++) {
            double often = day >= SURGE_DAY ? 0.36 : 0.18;
            for (int block = 0; block + 1 < DAY_BLOCKS.length; block++) {
                boolean isFree = random.nextDouble() < (block == 2 ? 0.7 : 1) * often;
                int last = DAY_BLOCKS[block + 1] - (random.nextInt(8) == 0 ? 2 : 0);
                for (int hour = DAY_BLOCKS[block]; isFree && hour < last; hour++) {
                    int bit = 24 * day + hour;
                    words[bit >> 6] |= 1L << (bit & 63);
                }
            }
        }
        return new WeekBits(words[0], words[1], words[2]);
    }

    private OpenOrder order(int id) {
        var spot = towns.spot();
        var skills = Skills.NONE.and(wantedSkills[wanted.draw(random)]);
        if (random.nextInt(12) == 0) {
            skills = skills.and(owned.draw(random));
        }
        int duration = random.nextInt(17) == 0 ? 300 + 60 * random.nextInt(4) : 45 + 15 * random.nextInt(10);
        return new OpenOrder(
                id,
                spot[0],
                spot[1],
                skills,
                headcount(),
                start(duration),
                duration,
                pick(0.4, 0.36, 0.17, 0.07),
                random.nextInt(100) < 88 ? OpenOrder.ANY : random.nextInt(10) < 7 ? 2 : 1,
                random.nextInt(5) == 0 ? 1 + random.nextInt(3) : OpenOrder.ANY,
                random.nextInt(10) == 0,
                random.nextInt(20) == 0 ? random.nextInt(volunteers) : OpenOrder.NOBODY,
                random.nextInt(120) == 0 ? random.nextInt(volunteers) : OpenOrder.NOBODY);
    }

    private int headcount() {
        return switch (pick(0.59, 0.21, 0.095, 0.06, 0.045)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 3;
            case 3 -> 5;
            default -> 6 + random.nextInt(5);
        };
    }

    private int start(int duration) {
        int day = surge && random.nextInt(5) > 0
                ? SURGE_DAY
                : pick(1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9., 2 / 9., 2 / 9.);
        int block = pick(0.49, 0.36, 0.15);
        int room = 60 * (DAY_BLOCKS[block + 1] - DAY_BLOCKS[block]) - Math.min(duration, 180);
        return 1_440 * day + 60 * DAY_BLOCKS[block] + 15 * random.nextInt(1 + room / 15);
    }

    private int language(double standard) {
        return random.nextDouble() < standard ? 1 : 2 + random.nextInt(2);
    }

    private int pick(double... shares) {
        double left = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }
}
