package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.volunteers.Volunteers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Among as many volunteers as a county has, with half a year of offers and services behind them. */
@FeiyanTest(properties = "feiyan.jobs=false")
@WithoutTwin("sixty thousand are enough once")
class PoolSizeTest {

    private static final int VOLUNTEERS = 60_000;
    private static final int SERVICES = 15_000;
    private static final int QUESTIONS = 300;
    private static final int MOST_MILLIS = 50;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Pools pools;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private AppClock clock;

    @Test
    void theBestTwentyOfSixtyThousandComeAtOnce() {
        var village = Village.in(house);
        var wednesday = Village.wednesday(clock.instant());
        new ManyPeople(village, clock.instant()).live(VOLUNTEERS, SERVICES);
        var order = village.approved(village.project(1, 40), wednesday);
        long before = used();
        long began = System.nanoTime();
        pools.of(village.county);
        System.out.printf("pool of %d read in %d ms%n", VOLUNTEERS, millisSince(began));
        began = System.nanoTime();
        assertThat(ask(village, order, wednesday)).hasSize(20);
        System.out.printf("first question of a week, its index made: %d ms%n", millisSince(began));
        System.out.printf("memory: %d MiB%n", (used() - before) >> 20);
        var took = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long from = System.nanoTime();
            ask(village, order, wednesday.plusSeconds(3_600L * (i % 48)));
            took[i] = System.nanoTime() - from;
        }
        Arrays.sort(took);
        System.out.printf(
                "best 20 with names, ms: median %.1f, p99 %.1f%n",
                took[QUESTIONS / 2] / 1e6, took[QUESTIONS * 99 / 100] / 1e6);
        assertThat(took[QUESTIONS / 2] / 1e6).isLessThan(MOST_MILLIS);
    }

    private List<Suggestion> ask(Village village, OrderId order, Instant at) {
        var sheet = sheets.find(village.county, order).orElseThrow();
        var best = suggestions.best(village.county, village.center, sheet, village.slot(order, at), 20);
        volunteers.cards(
                village.county, best.stream().map(Suggestion::volunteer).toList());
        return best;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
