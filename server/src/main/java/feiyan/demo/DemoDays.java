package feiyan.demo;

import feiyan.calendar.WorkingTime;
import feiyan.demo.Land.Station;
import feiyan.dispatch.OfferExpiry;
import feiyan.orders.OrderClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ninety days of needs, the last week busier than the others, with the clocks running all the while. */
@Component
class DemoDays {

    static final Duration ALL = Duration.ofDays(90);

    private static final int LONG_AGO = 251;
    private static final int THIS_WEEK = 120;
    /** Two of them so late that they are still to be served. */
    private static final List<Integer> GROUPS_DAYS_AGO = List.of(75, 54, 33, 20, 3, 2);

    private static final List<Integer> FORSAKEN_DAYS_AGO = List.of(13, 14);
    private static final List<Integer> FORGOTTEN_DAYS_AGO = List.of(9, 10, 11);

    private static final List<String> WANTED_TOGETHER = List.of("WH01", "YL02", "JY09");

    private final DemoNeeds needs;
    private final DemoGroups groups;
    private final DemoStory story;
    private final OrderClocks clocks;
    private final OfferExpiry expiry;
    private final InstantSource clock;

    DemoDays(
            DemoNeeds needs,
            DemoGroups groups,
            DemoStory story,
            OrderClocks clocks,
            OfferExpiry expiry,
            InstantSource clock) {
        this.needs = needs;
        this.groups = groups;
        this.story = story;
        this.clocks = clocks;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** @param progress the part of the days that is over, from 0 to 1 */
    void live(World world, Instant now, DoubleConsumer progress) {
        var first = now.minus(ALL);
        plan(world, LONG_AGO, now.minus(ALL), now.minus(Duration.ofDays(7)));
        plan(world, THIS_WEEK, now.minus(Duration.ofDays(7)), now);
        planGroups(world, now);
        FORSAKEN_DAYS_AGO.forEach(days -> arrange(world, now, days, "BM10", Fate.FORSAKEN));
        FORGOTTEN_DAYS_AGO.forEach(days -> arrange(world, now, days, "BM05", Fate.FORGOTTEN));
        story.plan(world, now);
        world.days().repeat(first, Duration.ofHours(2), () -> tick(world));
        world.days()
                .live(
                        now,
                        at -> progress.accept(
                                (double) Duration.between(first, at).toMinutes() / ALL.toMinutes()));
    }

    private void plan(World world, int many, Instant from, Instant to) {
        int minutes = (int) Duration.between(from, to).toMinutes();
        for (int i = 0; i < many; i++) {
            var at = from.plus(world.luck().minutes(0, minutes));
            world.days().plan(awake(at, world.luck(), to), () -> needs.arises(world));
        }
    }

    /** Nobody asks for a haircut at three in the morning. */
    private static Instant awake(Instant at, Luck luck, Instant last) {
        var local = at.atZone(WorkingTime.ZONE);
        if (local.getHour() >= 7 && local.getHour() < 21) {
            return at;
        }
        var moved = local.withHour(luck.between(7, 20)).toInstant();
        return moved.isAfter(last) ? moved.minus(Duration.ofDays(1)) : moved;
    }

    private void planGroups(World world, Instant now) {
        var villages = villages(world);
        for (int i = 0; i < GROUPS_DAYS_AGO.size(); i++) {
            var from = now.minus(Duration.ofDays(GROUPS_DAYS_AGO.get(i)))
                    .atZone(WorkingTime.ZONE)
                    .withHour(9)
                    .toInstant();
            var project = WANTED_TOGETHER.get(i % WANTED_TOGETHER.size());
            groups.want(world, from, villages.get(i % villages.size()), DemoWords.fromMenu(project));
        }
    }

    private void arrange(World world, Instant now, int daysAgo, String project, Fate fate) {
        var at = now.minus(Duration.ofDays(daysAgo))
                .atZone(WorkingTime.ZONE)
                .withHour(10)
                .toInstant();
        var home = world.homes().get(daysAgo * 4);
        world.days().plan(at, () -> needs.arises(world, home, DemoWords.fromMenu(project), fate));
    }

    private void tick(World world) {
        clocks.tick(world.land().county());
        expiry.expire(world.land().county(), clock.instant());
    }

    /** Where enough people live to want something together; the story's first. */
    private static List<Station> villages(World world) {
        var homes = world.homes().stream().collect(Collectors.groupingBy(Household::station, Collectors.counting()));
        return world.land().stations().stream()
                .filter(station -> homes.getOrDefault(station, 0L) >= DemoGroups.CHILDREN)
                .toList();
    }
}
