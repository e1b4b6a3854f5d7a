package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Lane;
import feiyan.bench.loop.Watch;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The product beside one past, and what is asked of it: the loop, its telling, each heavy page. */
final class Beside implements AutoCloseable {

    private static final String LOOP = "loop through the doors";
    private static final String OVER_API = "loop over the API";
    private static final String TELLING = "telling of a loop";

    /** When all days are there on which anybody has served here. */
    private static final Duration LATER = Duration.ofDays(400);

    /** @param before what has to be there, in no figure */
    private record Asked(String name, Runnable before, Runnable what) {}

    final House house;
    final Measured measured;
    private final Scene scene;
    private final Doors doors;
    private final List<Lane.Client> villages;
    private final Pages pages;
    private final List<Asked> asked = new ArrayList<>();
    private int loops;
    private int villagers;

    Beside(House house, BigCounty county, Scene scene, Pasts.Kept past) {
        this.house = house;
        this.measured = new Measured(past.orders(), past.volume());
        this.scene = scene;
        this.doors = Doors.of(house);
        this.villages = new Villages(house, county, scene).overApi();
        this.pages = new Pages(house, county, scene, scene.over(house));
        ask();
    }

    private void ask() {
        asked.add(new Asked(LOOP, () -> {}, this::loop));
        asked.add(new Asked(TELLING, this::leaveOneToTell, () -> tell(house)));
        asked.add(new Asked(OVER_API, () -> {}, this::overApi));
        pages.all().forEach(page -> asked.add(new Asked(page.name(), () -> {}, page.look())));
    }

    int questions() {
        return asked.size();
    }

    String name(int question) {
        return asked.get(question).name();
    }

    void practise(int question) {
        asked.get(question).before().run();
        asked.get(question).what().run();
    }

    void measure(int question) {
        var it = asked.get(question);
        it.before().run();
        var begun = System.nanoTime();
        it.what().run();
        measured.add(it.name(), (System.nanoTime() - begun) / 1e6);
    }

    /** Each time by the same people beside each past. */
    private void loop() {
        scene.loop(doors, loops++).run();
    }

    private void overApi() {
        villages.get(villagers++ % villages.size()).loop(new Watch());
    }

    private void leaveOneToTell() {
        tell(house);
        loop();
    }

    /** What the loops left to tell, once their days are there. */
    static void tell(House house) {
        var clock = house.the(AppClock.class);
        clock.at(
                clock.instant().plus(LATER), () -> house.the(OutboxWorker.class).work());
    }

    @Override
    public void close() {
        try (house) {
            pages.close();
        }
    }
}
