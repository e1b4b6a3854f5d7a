package feiyan.loop.walk;

import feiyan.laws.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Sends the walkers out, calls them together now and then to look at everything, and sees that all comes to an end. */
final class Walk {

    private final ApplicationContext house;
    private final Settings settings;
    private final LogWatch log;
    private final World world;
    private final Deck deck = new Deck();
    private final List<Walker> walkers = new ArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Laws laws;
    private long walkingNanos;
    private long lookingNanos;

    Walk(ApplicationContext house, WalkClock clock, LogWatch log, Settings settings) {
        this.house = house;
        this.settings = settings;
        this.log = log;
        this.world = new World(house, clock, new PlanTable(connection()));
        this.laws = new Laws(connection(), world);
        var dice = new SplittableRandom(settings.seed());
        for (int thread = 1; thread <= settings.threads(); thread++) {
            walkers.add(new Walker(thread, world, deck, new Looking(connection()), dice.split(), broken));
        }
    }

    /** Beside the pool, as the owner: what the product does not say of itself. */
    private DataSource connection() {
        var environment = house.getEnvironment();
        return new SingleConnectionDataSource(
                Objects.requireNonNull(environment.getProperty("spring.datasource.url")),
                Objects.requireNonNull(environment.getProperty("spring.datasource.username")),
                Objects.requireNonNull(environment.getProperty("spring.datasource.password")),
                true);
    }

    void go() {
        try (var threads = Executors.newFixedThreadPool(settings.threads())) {
            int done = 0;
            while (done < settings.commands() || (done < settings.longest() && !missed().isEmpty())) {
                int further = Math.min(settings.between(), settings.longest() - done);
                walk(threads, further);
                done += further;
                look(done);
            }
            end(done);
        }
    }

    private void end(int done) {
        try {
            new Drain(world, new Looking(connection()), new Leftovers(connection())).untilTheEnd();
        } catch (Breach breach) {
            throw told(breach);
        }
        look(done);
    }

    private void walk(ExecutorService threads, int commands) {
        long began = System.nanoTime();
        var walking = new ArrayList<Future<?>>();
        for (var walker : walkers) {
            walking.add(threads.submit(() -> walker.walk(commands / settings.threads())));
        }
        walking.forEach(this::arrive);
        walkingNanos += System.nanoTime() - began;
    }

    private void arrive(Future<?> walker) {
        try {
            walker.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Breach breach) {
                throw told(breach);
            }
            throw new IllegalStateException(told("a walker fell"), failure.getCause());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void look(int done) {
        long began = System.nanoTime();
        try {
            laws.hold();
        } catch (Breach breach) {
            throw told(breach);
        }
        if (!log.heard().isEmpty()) {
            throw new IllegalStateException(told(
                    "something failed and was only written down: " + log.heard().getFirst()));
        }
        lookingNanos += System.nanoTime() - began;
        System.out.printf("walk: %d commands, %.1f s%n", done, (walkingNanos + lookingNanos) / 1e9);
    }

    private AssertionError told(Breach breach) {
        return new AssertionError(
                told(String.valueOf(breach.getMessage())) + "\n" + world.trail().of(breach.orders())
                        + "\nWhat the tables have:\n  " + laws.story(breach.orders()),
                breach);
    }

    private String told(String what) {
        return "%s (seed %d, %d threads, after %d commands)"
                .formatted(
                        what, settings.seed(), settings.threads(), world.tally().all());
    }

    /** What there is, is not seldom gone by its nature and yet never happened in this walk. */
    List<String> missed() {
        return Stream.of(
                        laws.neverTaken().stream().map("transition "::concat),
                        world.tally().neverDone(deck.names()).stream().map("never done "::concat),
                        world.tally().neverRefused(deck.refusable()).stream().map("never refused "::concat))
                .flatMap(each -> each)
                .filter(each -> !Graph.SELDOM.contains(each))
                .toList();
    }

    String report() {
        return "%s%n%d commands in %.1f s (%.0f a second) and %.1f s of looking; %d days lived, seed %d%n%s"
                .formatted(
                        world.tally(),
                        world.tally().all(),
                        walkingNanos / 1e9,
                        world.tally().all() / (walkingNanos / 1e9),
                        lookingNanos / 1e9,
                        world.clock().lived().toDays(),
                        settings.seed(),
                        laws.counts());
    }
}
