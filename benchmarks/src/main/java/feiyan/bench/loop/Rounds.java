package feiyan.bench.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Lets the lanes run in turn, a few seconds each, and again in another order: what the machine does meanwhile, and what
 * grows while one measures, falls on all of them alike.
 */
final class Rounds implements AutoCloseable {

    static final String THREADS = "bench-client-";

    private final Meter meter;
    private final Map<Lane, List<Lane.Client>> clients = new LinkedHashMap<>();
    private final Map<Lane, Tally> tallies = new LinkedHashMap<>();
    private final ExecutorService threads;

    Rounds(Meter meter, List<Lane> lanes, int clients) {
        this.meter = meter;
        var number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(clients, work -> new Thread(work, THREADS + number.incrementAndGet()));
        for (var lane : lanes) {
            this.clients.put(lane, new ArrayList<>());
            for (int i = 0; i < clients; i++) {
                this.clients.get(lane).add(lane.client(i));
            }
        }
        forget();
    }

    /** What was done until now was practice. */
    void forget() {
        clients.keySet().forEach(lane -> tallies.put(lane, new Tally()));
    }

    Tally of(Lane lane) {
        return tallies.getOrDefault(lane, new Tally());
    }

    void run(int rounds, Duration each) {
        var order = new ArrayList<>(clients.keySet());
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < order.size(); i++) {
                run(order.get((i + round) % order.size()), each);
            }
        }
    }

    private void run(Lane lane, Duration length) {
        boolean inProcess = !(lane instanceof ApiLane) && !(lane instanceof PageLane);
        var before = meter.now(inProcess);
        long began = System.nanoTime();
        long until = began + length.toNanos();
        var running = new ArrayList<Future<Watch>>();
        var loops = new AtomicInteger();
        for (var client : clients.getOrDefault(lane, List.of())) {
            running.add(threads.submit(() -> loopsUntil(client, until, loops)));
        }
        var watch = new Watch();
        running.forEach(each -> watch.add(got(each)));
        long took = System.nanoTime() - began;
        of(lane).add(loops.get(), took, watch, meter.now(inProcess).since(before));
    }

    private static Watch loopsUntil(Lane.Client client, long until, AtomicInteger loops) {
        var watch = new Watch();
        while (System.nanoTime() < until) {
            client.loop(watch);
            loops.incrementAndGet();
        }
        return watch;
    }

    /** So many loops of one client, one after the other: for whoever counts. */
    void few(Lane lane, int loops, Consumer<Step> after) {
        var client = clients.getOrDefault(lane, List.of()).getFirst();
        for (int i = 0; i < loops; i++) {
            client.loop(new Watch(after));
        }
    }

    private static <T> T got(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
