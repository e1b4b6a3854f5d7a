package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Past;
import feiyan.bench.county.Progress;
import feiyan.bench.county.Settlement;
import feiyan.platform.AppClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One county whose past grows in one data folder, with a copy kept of each length: the same people and the same present
 * in all.
 */
final class Pasts {

    /** @param volume of what the past orders take */
    record Kept(Path folder, int orders, Volume volume) {}

    private final Path folder;
    private final Function<Path, House> opened;
    private final Progress progress;
    private final List<Kept> kept = new ArrayList<>();

    /** @param opened the product on a data folder */
    Pasts(Path folder, Function<Path, House> opened, Progress progress) {
        this.folder = folder;
        this.opened = opened;
        this.progress = progress;
    }

    /** All, with who is there and what is under way beside each. */
    record All(BigCounty county, Scene scene, List<Kept> kept) {}

    /** @param orders the least first */
    All load(CountySize size, List<Integer> orders) {
        var growing = folder.resolve("growing");
        var settled = settled(growing, size);
        Scene scene = null;
        for (int many : orders) {
            if (!kept.isEmpty()) {
                keepAside(growing);
            }
            try (var house = opened.apply(growing)) {
                int there = settled.past().load(house, many);
                scene = scene == null ? scene(house, settled.county()) : scene;
                kept.add(new Kept(growing, there, Volume.of(house).minus(settled.empty())));
            }
        }
        if (scene == null) {
            throw new IllegalArgumentException("no past was asked for");
        }
        return new All(settled.county(), scene, List.copyOf(kept));
    }

    private record Settled(BigCounty county, Past past, Volume empty) {}

    private Settled settled(Path growing, CountySize size) {
        progress.say(
                "makes a county of %,d volunteers and %,d residents".formatted(size.volunteers(), size.residents()));
        try (var house = opened.apply(growing)) {
            var now = house.the(AppClock.class).instant();
            var county = Settlement.found(house, size);
            return new Settled(county, new Past(county, size, now, progress), Volume.of(house));
        }
    }

    private Scene scene(House house, BigCounty county) {
        progress.say("sets the present: needs under way, and a plan");
        return new Scene(county).set(house);
    }

    /** The latest, before the folder grows on. */
    private void keepAside(Path growing) {
        var latest = kept.removeLast();
        var copy = folder.resolve("past-" + latest.orders());
        progress.say("keeps the county with %,d past orders".formatted(latest.orders()));
        FolderCopy.of(growing, copy);
        kept.add(new Kept(copy, latest.orders(), latest.volume()));
    }
}
