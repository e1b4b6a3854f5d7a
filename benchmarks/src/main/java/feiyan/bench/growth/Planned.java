package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Watch;
import feiyan.platform.database.PlanLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** By which plans the loop, its telling and the heavy pages are answered: taken from PostgreSQL's own log. */
final class Planned {

    /** A statement sent for the sixth time may be planned for all its values at once, and not for these. */
    private static final int LOOPS = 7;

    private final House house;
    private final Scene scene;
    private final Pages pages;
    private final BigCounty county;

    Planned(House house, BigCounty county, Scene scene, Pages pages) {
        this.house = house;
        this.county = county;
        this.scene = scene;
        this.pages = pages;
    }

    /**
     * Each plan with what it was for.
     *
     * @param from the first of the loops: no two are by the same people
     * @param settings for PostgreSQL's planner
     */
    SequencedMap<String, List<SentPlan>> look(int from, String... settings) {
        var log = PlanLog.of(house, settings);
        var found = new LinkedHashMap<String, List<SentPlan>>();
        var doors = Doors.of(house);
        for (int loop = 0; loop < LOOPS; loop++) {
            scene.loop(doors, from + loop).run();
        }
        found.put("loop", taken(log));
        Beside.tell(house);
        found.put("telling", taken(log));
        for (var page : pages.all()) {
            log.take();
            page.look().run();
            page.look().run();
            found.put(page.name(), taken(log));
        }
        overApi(log, from, found);
        return found;
    }

    /** Each call, the loop as programs go through it, and a write that comes a second time under its key. */
    private void overApi(PlanLog log, int from, Map<String, List<SentPlan>> found) {
        try (var calls = new ApiWorld(house, county, scene, from).calls(house)) {
            log.take();
            calls.all(name ->
                    found.computeIfAbsent(name, none -> new ArrayList<>()).addAll(taken(log)));
            calls.again();
            found.put("a write again under its key", taken(log));
        }
        var villages = new Villages(house, county, scene).overApi();
        var village = villages.get(Math.min(from, villages.size() - 1));
        log.take();
        village.loop(new Watch());
        village.loop(new Watch());
        found.put("loop over the API", taken(log));
    }

    private static List<SentPlan> taken(PlanLog log) {
        return log.take().stream().map(SentPlan::of).toList();
    }

    /** Each statement once, with every plan that it had. */
    static String text(Map<String, List<SentPlan>> found) {
        var shapes = new TreeMap<String, TreeSet<String>>();
        var uses = new TreeMap<String, List<String>>();
        found.forEach((use, plans) -> plans.stream()
                .filter(plan -> plan.root().all().anyMatch(node -> node.table().isPresent()))
                .forEach(plan -> {
                    shapes.computeIfAbsent(plan.statement(), none -> new TreeSet<>())
                            .add(plan.shape());
                    var known = uses.computeIfAbsent(plan.statement(), none -> new ArrayList<>());
                    if (!known.contains(use)) {
                        known.add(use);
                    }
                }));
        var text = new StringBuilder();
        shapes.forEach((statement, each) -> text.append(statement)
                .append("\n  -- ")
                .append(String.join(", ", uses.getOrDefault(statement, List.of())))
                .append('\n')
                .append(String.join("  or\n", each))
                .append('\n'));
        return text.toString();
    }
}
