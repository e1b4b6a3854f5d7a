package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.platform.AppClock;
import feiyan.platform.database.PlanLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** By which plans the jobs are answered, each once there is something for it to do. */
final class JobsPlanned implements AutoCloseable {

    /** Now; when what is under way is late; when what is kept for some weeks goes. */
    private static final List<Duration> WHEN = List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(45));

    private final House house;
    private final AppClock clock;
    private final Chores chores;

    JobsPlanned(House house, BigCounty county, Scene scene) {
        this.house = house;
        this.clock = house.the(AppClock.class);
        this.chores = new Chores(house, county, scene);
    }

    /**
     * Each job's plans.
     *
     * @param settings for PostgreSQL's planner
     */
    SequencedMap<String, List<SentPlan>> look(String... settings) {
        var log = PlanLog.of(house, settings);
        var found = new TreeMap<String, List<SentPlan>>();
        chores.lay();
        for (var later : WHEN) {
            count();
            for (var job : inTurn()) {
                log.take();
                clock.at(clock.instant().plus(later), job.run());
                found.computeIfAbsent("job " + job.name(), none -> new ArrayList<>())
                        .addAll(log.take().stream().map(SentPlan::of).toList());
            }
        }
        return found;
    }

    /**
     * The sessions first: each minute Spring Session may come itself and leave nothing. The others so that no job does
     * what is another's: what was late before its deadline came, as passed times, is none of an offer's expiry.
     */
    private List<Jobs.Job> inTurn() {
        return Jobs.of(house).stream()
                .sorted(Comparator.comparing((Jobs.Job job) -> !job.name().equals(Jobs.SESSIONS))
                        .thenComparing(Jobs.Job::name, Comparator.reverseOrder()))
                .toList();
    }

    /** As PostgreSQL does by itself within a minute: of what it has not counted it plans for nothing. */
    private void count() {
        try (var database = house.asOwner();
                var statement = database.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        chores.close();
    }
}
