package feiyan.bench.county;

import feiyan.orders.PastWords;
import feiyan.platform.KeyRing;
import feiyan.platform.Policy;
import feiyan.platform.RememberingCipher;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/**
 * Writes a county's past by COPY, in one transaction: the rows that the doors would have left. Keys and indexes are
 * taken away before and made again after it, so that PostgreSQL itself proves every one of them on all rows.
 */
public final class Past {

    private static final int AT_ONCE = 4_000;
    /** After so many something is said. */
    private static final int A_LINE = 100_000;

    private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final BigCounty county;
    private final CountySize size;
    private final Instant now;
    private final Progress progress;
    /** From which of them on they are there: the latest come first. */
    private int there;

    public Past(BigCounty county, CountySize size, Instant now, Progress progress) {
        this.county = county;
        this.size = size;
        this.now = now;
        this.progress = progress;
        this.there = size.orders();
    }

    /**
     * Goes back so far that about so many of the past orders are there, in whole weeks.
     *
     * @return how many there are now
     */
    public int load(House house, int orders) {
        int from = orders >= size.orders() ? 0 : new Fates(county, size, now).weekAt(size.orders() - orders);
        var words = new PastWords(county.id(), new RememberingCipher(house.the(KeyRing.class)));
        try (var database = house.asOwner();
                var workers = Executors.newFixedThreadPool(WORKERS)) {
            database.setAutoCommit(false);
            progress.say("loads %,d past orders with all their rows".formatted(there - from));
            var keys = Keys.takenFrom(database, all(words));
            copy(database, workers, words, from);
            keys.putBack(database, progress);
            database.commit();
            database.setAutoCommit(true);
            progress.say("vacuums and counts the tables");
            keys.count(database);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("the past could not be loaded", failure);
        }
        there = from;
        return size.orders() - from;
    }

    private List<String> all(PastWords words) {
        var names = new ArrayList<>(tables(words).names());
        names.add(WeekTable.NAME);
        return names;
    }

    /** Rows are made by all processors while others are sent; they arrive in the order of time. */
    private void copy(Connection database, ExecutorService workers, PastWords words, int from)
            throws SQLException, IOException {
        var fates = new Fates(county, size, now);
        var weeks = new WeekTable(county.id().value());
        var made = new ArrayDeque<Future<PastTables>>();
        var orders = new ArrayList<PastOrder>();
        for (int number = 0; number < there; number++) {
            var order = fates.draw(number);
            if (number >= from) {
                weeks.add(order);
                orders.add(order);
            }
            if (orders.size() == AT_ONCE || number == there - 1) {
                made.add(workers.submit(filled(words, List.copyOf(orders))));
                orders.clear();
            }
            if (made.size() > WORKERS) {
                send(database, made.remove());
            }
            if (number > from && (number - from) % A_LINE == 0) {
                progress.say("  %,d of them".formatted(number - from));
            }
        }
        while (!made.isEmpty()) {
            send(database, made.remove());
        }
        weeks.send(database.unwrap(PGConnection.class));
    }

    private Callable<PastTables> filled(PastWords words, List<PastOrder> orders) {
        return () -> {
            var tables = tables(words);
            orders.forEach(tables::add);
            return tables;
        };
    }

    private PastTables tables(PastWords words) {
        var outboxSince = now.minus(Duration.ofDays(Policy.standard().get(Policy.OUTBOX_DAYS)));
        return new PastTables(county.id().value(), words, outboxSince);
    }

    private static void send(Connection database, Future<PastTables> made) throws SQLException, IOException {
        try {
            made.get().send(database.unwrap(PGConnection.class));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
