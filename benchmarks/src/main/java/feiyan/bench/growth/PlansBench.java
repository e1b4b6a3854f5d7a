package feiyan.bench.growth;

import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import feiyan.bench.dispatch.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./bench plans}: by which plans PostgreSQL answers the loop, the heavy pages, the API and the jobs, as
 * docs/query-plans.txt has it.
 */
public final class PlansBench {

    public static final String USAGE = "./bench plans [--orders N, 20000] [--volunteers N, 3000]";

    /** Few, so that the past is a long one: what looks back some months must not see all of it. */
    static final int A_YEAR = 4_000;

    private static final String HEAD = """
            # Made by ./bench plans > docs/query-plans.txt: each statement that the loop, its telling, the heavy pages,
            # the API and the jobs send, what sends it, and the steps by which PostgreSQL 18 answers it on a county with five years behind it.
            # Without costs and counts, so that it changes only where something changes. PlansTest holds what must hold.
            """;

    private PlansBench() {}

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--orders", "--volunteers"), Set.of(), USAGE);
        int orders = (int) words.number("--orders", 20_000, 1_000, 10_000_000);
        int volunteers = (int) words.number("--volunteers", 3_000, 2_000, 1_000_000);
        try (var house = PlansHouse.spare()) {
            var full = CountySize.full();
            var size = new CountySize(volunteers, volunteers, full.teams(), orders, A_YEAR, full.seed());
            var county = Settlement.make(house, size);
            var scene = new Scene(county).set(house);
            try (var pages = new Pages(house, county, scene, scene.over(house))) {
                var found = new Planned(house, county, scene, pages).look(0);
                try (var jobs = new JobsPlanned(house, county, scene)) {
                    found.putAll(jobs.look());
                }
                print(house, found, out);
            }
        }
    }

    private static void print(House house, Map<String, List<SentPlan>> found, PrintStream out) {
        var growing = Growing.in(house);
        out.println(HEAD);
        out.print(Planned.text(found));
        found.forEach((use, plans) -> plans.stream()
                .flatMap(plan -> growing.faults(plan).stream())
                .distinct()
                .forEach(fault -> System.err.println(use + ": " + fault)));
    }
}
