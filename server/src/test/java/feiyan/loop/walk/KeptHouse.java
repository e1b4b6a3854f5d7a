package feiyan.loop.walk;

import feiyan.Feiyan;
import feiyan.platform.database.KeptPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application on a database that is kept, with the walk's clock and nobody at the doors but the walkers. */
final class KeptHouse implements AutoCloseable {

    private final KeptPostgres database;
    private final ConfigurableApplicationContext house;
    private final WalkClock clock;
    private final PlanTable plans;

    KeptHouse(KeptPostgres database, WalkClock clock) {
        this.database = database;
        this.clock = clock;
        this.plans = new PlanTable(database.asOwner());
        var settings = new ArrayList<>(List.of("--feiyan.demo=false", "--feiyan.jobs=false", "--server.port=0"));
        settings.addAll(database.settings());
        this.house = new SpringApplicationBuilder(Feiyan.class)
                .web(WebApplicationType.SERVLET)
                .initializers((GenericApplicationContext context) -> context.registerBean(
                        "walkClock", WalkClock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(settings.toArray(String[]::new));
    }

    World settled() {
        return new World(house, clock, plans);
    }

    /** The same people in the same counties, who meet in this house now. */
    World of(List<Town> towns) {
        return new World(house, clock, plans, towns);
    }

    Walker walker(int thread, World world) {
        var looking = new Looking(database.asOwner());
        return new Walker(thread, world, new Deck(), looking, new SplittableRandom(thread), new AtomicBoolean());
    }

    Laws laws(World world) {
        return new Laws(database.asOwner(), world);
    }

    @Override
    public void close() {
        house.close();
    }
}
