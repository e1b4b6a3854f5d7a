package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Past;
import feiyan.bench.county.Progress;
import feiyan.bench.county.Settlement;
import feiyan.bench.loop.BenchBeans;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Lane;
import feiyan.bench.loop.Watch;
import feiyan.bench.served.Morning;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The county whose past grows, and what was measured beside each. */
final class Growth {

    private static final String LOOP = "loop through the doors";
    private static final String OVER_API = "loop over the API";
    private static final String TELLING = "telling of a loop";

    /** When all days are there on which anybody has served here. */
    private static final Duration LATER = Duration.ofDays(400);
    /** When what is under way has been late for a while. */
    private static final Duration LATE = Duration.ofDays(3);

    private final CountySize size;
    private final List<Integer> pasts;
    private final Path folder;
    private final int looks;
    private final Progress progress;
    /** Once for all: a clock that went back between two pasts would be none. */
    private final Duration ahead = Morning.ahead();

    private final List<Measured> measured = new ArrayList<>();
    private List<UnreadIndex> unread = List.of();
    private @Nullable BigCounty county;
    private @Nullable Past past;
    private @Nullable Scene scene;
    private Volume empty = Volume.NONE;
    private int loops;

    /** @param pasts of how many orders, the shortest first */
    Growth(CountySize size, List<Integer> pasts, Path folder, int looks, Progress progress) {
        this.size = size;
        this.pasts = pasts;
        this.folder = folder;
        this.looks = looks;
        this.progress = progress;
    }

    /** Goes back so far, and measures; then further. */
    GrowthReport run() {
        for (int which = 0; which < pasts.size(); which++) {
            int there;
            try (var house = open()) {
                there = loaded(house, pasts.get(which));
            }
            try (var house = open()) {
                measure(house, which, there);
            }
        }
        return new GrowthReport(measured, unread);
    }

    /** No job comes in between; whatever the outbox asks for is done when it is measured. */
    private House open() {
        return House.inWith(folder, BenchBeans.class, Scene.settings(ahead));
    }

    private int loaded(House house, int orders) {
        var known = county;
        if (known == null || past == null) {
            progress.say("makes a county of %,d volunteers and %,d residents"
                    .formatted(size.volunteers(), size.residents()));
            var now = house.the(AppClock.class).instant();
            known = Settlement.found(house, size);
            county = known;
            past = new Past(known, size, now, progress);
            empty = Volume.of(house);
        }
        int there = past.load(house, orders);
        if (scene == null) {
            progress.say("sets the present: needs under way, and a plan");
            scene = new Scene(known).set(house);
        }
        return there;
    }

    private void measure(House house, int which, int there) {
        var before = IndexReads.of(house);
        var result = new Measured(there, Volume.of(house).minus(empty));
        var present = Objects.requireNonNull(scene);
        var those = Objects.requireNonNull(county);
        progress.say("%,d past orders: the loop".formatted(there));
        loops(house, present, result);
        overApi(new Villages(house, those, present.busy).overApi(which, pasts.size()), result);
        progress.say("%,d past orders: the pages".formatted(there));
        pages(house, those, present, result);
        measured.add(result);
        if (which == pasts.size() - 1) {
            progress.say("the jobs, and which indexes nobody has read");
            unread = unread(house, before);
        }
    }

    private void loops(House house, Scene present, Measured result) {
        var doors = Doors.of(house);
        repeat(looks / 2, () -> present.loop(doors, loops++).run(), null);
        tell(house);
        repeat(looks, () -> present.loop(doors, loops++).run(), took -> result.add(LOOP, took));
        tell(house);
        repeat(
                looks,
                () -> {
                    present.loop(doors, loops++).run();
                    repeat(1, () -> tell(house), took -> result.add(TELLING, took));
                },
                null);
    }

    private void overApi(List<Lane.Client> villages, Measured result) {
        var turn = new int[1];
        Runnable loop = () -> villages.get(turn[0]++ % villages.size()).loop(new Watch());
        repeat(looks / 2, loop, null);
        repeat(looks, loop, took -> result.add(OVER_API, took));
    }

    private void pages(House house, BigCounty those, Scene present, Measured result) {
        try (var pages = new Pages(house, those, present, present.over(house))) {
            for (var page : pages.all()) {
                repeat(looks / 2, page.look(), null);
                repeat(looks, page.look(), took -> result.add(page.name(), took));
            }
        }
    }

    private interface Took {
        void took(double millis);
    }

    private static void repeat(int times, Runnable work, @Nullable Took took) {
        for (int time = 0; time < times; time++) {
            var begun = System.nanoTime();
            work.run();
            if (took != null) {
                took.took((System.nanoTime() - begun) / 1e6);
            }
        }
    }

    /** Now, and when things are late: then the jobs have something to do. */
    private static List<UnreadIndex> unread(House house, Map<String, Long> before) {
        var clock = house.the(AppClock.class);
        JobsOnce.run(house);
        clock.at(clock.instant().plus(LATE), () -> JobsOnce.run(house));
        try {
            return IndexReads.noneSince(before, house);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What the loops left to tell, once their days are there. */
    static void tell(House house) {
        var clock = house.the(AppClock.class);
        clock.at(
                clock.instant().plus(LATER), () -> house.the(OutboxWorker.class).work());
    }
}
