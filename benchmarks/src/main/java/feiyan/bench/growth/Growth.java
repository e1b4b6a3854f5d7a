package feiyan.bench.growth;

import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Progress;
import feiyan.bench.loop.BenchBeans;
import feiyan.bench.served.Morning;
import feiyan.platform.AppClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The county whose past grows, and what was measured beside each length of it, all of them side by side. */
final class Growth {

    /** When what is under way has been late for a while. */
    private static final Duration LATE = Duration.ofDays(3);

    private final CountySize size;
    private final List<Integer> orders;
    private final Path folder;
    private final int looks;
    private final Progress progress;
    /** Once for all: it is the same moment beside each past. */
    private final Duration ahead = Morning.ahead();

    private final List<Beside> all = new ArrayList<>();

    /** @param orders how many each past has, the shortest first */
    Growth(CountySize size, List<Integer> orders, Path folder, int looks, Progress progress) {
        this.size = size;
        this.orders = orders;
        this.folder = folder;
        this.looks = looks;
        this.progress = progress;
    }

    GrowthReport run() {
        var pasts = new Pasts(folder, this::open, progress).load(size, orders);
        try {
            var before = start(pasts);
            measure();
            progress.say("the jobs, and which indexes nobody has read");
            var unread = unread(all.getLast().house, before);
            return new GrowthReport(all.stream().map(each -> each.measured).toList(), unread);
        } finally {
            all.forEach(Beside::close);
        }
    }

    /** No job comes in between; whatever the outbox asks for is done when it is measured. */
    private House open(Path data) {
        return House.inWith(data, BenchBeans.class, Scene.settings(ahead));
    }

    /**
     * All at once, in this one process: what the JDK has learned beside one it knows beside all.
     *
     * @return how often the indexes of the longest had been read until then
     */
    private Map<String, Long> start(Pasts.All pasts) {
        progress.say("starts a server beside each past");
        var before = Map.<String, Long>of();
        for (var past : pasts.kept()) {
            var house = open(past.folder());
            before = IndexReads.of(house);
            all.add(new Beside(house, pasts.county(), pasts.scene(), past));
        }
        return before;
    }

    private void measure() {
        for (int question = 0; question < all.getFirst().questions(); question++) {
            int it = question;
            progress.say(all.getFirst().name(it));
            SideBySide.take(all, looks, beside -> beside.practise(it));
            SideBySide.take(all, looks, beside -> beside.measure(it));
        }
    }

    /** Now, and when things are late: then the jobs have something to do. */
    private static List<UnreadIndex> unread(House house, Map<String, Long> before) {
        var clock = house.the(AppClock.class);
        runAll(house);
        clock.at(clock.instant().plus(LATE), () -> runAll(house));
        try {
            return IndexReads.noneSince(before, house);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void runAll(House house) {
        Jobs.of(house).forEach(job -> job.run().run());
    }
}
