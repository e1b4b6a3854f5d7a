package feiyan.demo;

import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the demo county, all of it in one transaction: whenever the machine is switched off, it is there whole or not
 * at all, and nobody sees it before its last day has passed.
 */
@Component
class DemoCounty {

    private static final long SEED = 371322;
    /** The county was set up so long before its first order. */
    private static final Duration BEFORE = Duration.ofDays(30);

    private static final int EIGHTHS = 8;

    /** The part of the work that setting up is. */
    private static final double SET_UP = 0.15;

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final AppClock clock;
    private final DemoLand lands;
    private final DemoPeople people;
    private final DemoDays days;

    DemoCounty(
            Transactions transactions,
            AppClock clock,
            DemoLand lands,
            DemoPeople people,
            DemoDays days,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lands = lands;
        this.people = people;
        this.days = days;
    }

    /**
     * Refused where there is a county already, whoever made it.
     *
     * @param progress from 0 to 1
     */
    Outcome<CountyId> load(DoubleConsumer progress) {
        var now = clock.instant();
        var luck = new Luck(SEED);
        var words = new DemoWords();
        var founding = now.minus(DemoDays.ALL).minus(BEFORE);
        return transactions.write(() -> {
            readByIndex();
            return clock.at(founding, () -> lands.found(words, luck))
                    .map(land -> lived(
                            clock.at(founding, () -> people.settle(land, now, words, luck)), now, counted(progress)));
        });
    }

    /** The rows are counted anew after each eighth. */
    private DoubleConsumer counted(DoubleConsumer progress) {
        var eighths = new AtomicInteger(-1);
        return part -> {
            int now = (int) (part * EIGHTHS);
            if (eighths.getAndSet(now) < now) {
                countRows();
            }
            progress.accept(part);
        };
    }

    private void countRows() {
        jdbc.sql("select 1 from app_count_rows()").query(Integer.class).single();
    }

    /**
     * Nobody else counts the rows of a transaction that is not over: until the first count the planner takes these
     * tables for empty and would read them whole, each time slower. Ends with the transaction.
     */
    private void readByIndex() {
        jdbc.sql("select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true)")
                .query((row, number) -> row.getString(1))
                .single();
    }

    private CountyId lived(World world, Instant now, DoubleConsumer progress) {
        progress.accept(SET_UP);
        days.live(world, now, part -> progress.accept(SET_UP + (1 - SET_UP) * part));
        return world.land().county();
    }
}
