package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.Feiyan;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.StartFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The machine of the database is gone, and its synchronous standby takes its place: people try again, and go on. */
class LostPrimaryTest {

    private static final int CLIENTS = 4;
    private static final int BEFORE = 40;
    private static final int AFTER = 40;

    @TempDir
    Path folder;

    @Test
    void theServerGoesOnByItselfAndNothingAcknowledgedIsLost() throws Exception {
        try (var primary = PlainPostgres.primary(folder.resolve("primary"));
                var standby = primary.standby(folder.resolve("standby"))) {
            aStandbyAloneIsRefused(standby);
            until(() -> is(primary, "select sync_state from pg_stat_replication", "sync"));
            try (var house = house(primary, standby)) {
                var acknowledged = lived(house, primary, standby);
                assertThat(lost(acknowledged.placed, "'SUBMITTED', 'APPROVED'", "1 place SUBMITTED%", standby))
                        .as("orders")
                        .isEmpty();
                assertThat(lost(acknowledged.approved, "'APPROVED'", "1 place SUBMITTED, 2 approve APPROVED", standby))
                        .as("approvals")
                        .isEmpty();
            }
        }
    }

    /** What clients were told is done, by step. */
    private record Acknowledged(Queue<OrderId> placed, Queue<OrderId> approved) {

        Acknowledged() {
            this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        }
    }

    /** Those that the promoted one does not have in such a state, or whose history there does not lead to it. */
    private static String lost(Collection<OrderId> orders, String states, String history, PlainPostgres standby)
            throws SQLException {
        return standby.ask("""
                select coalesce(string_agg(told.id::text, ', '), '')
                from unnest('{%s}'::uuid[]) told (id) left join service_order o on o.id = told.id
                where (o.state in (%s) and (
                  select string_agg(concat_ws(' ', e.version, e.command, e.to_state), ', ' order by e.version)
                  from order_event e where e.county_id = o.county_id and e.order_id = o.id
                ) like '%s') is not true
                """.formatted(
                        orders.stream().map(order -> order.value().toString()).collect(Collectors.joining(",")),
                        states,
                        history));
    }

    private ConfigurableApplicationContext house(PlainPostgres primary, PlainPostgres standby) {
        var owner = primary.owner("jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/feiyan?targetServerType=primary"
                .formatted(primary.port(), standby.port()));
        return new SpringApplicationBuilder(Feiyan.class)
                .run(
                        "--feiyan.data=" + folder.resolve("data"),
                        "--feiyan.demo=false",
                        "--server.port=0",
                        "--spring.datasource.url=" + owner.url(),
                        "--spring.datasource.username=" + owner.user(),
                        "--spring.datasource.password=" + owner.password());
    }

    private static Acknowledged lived(
            ConfigurableApplicationContext house, PlainPostgres primary, PlainPostgres standby) throws Exception {
        var village = Village.in(house);
        var project = village.project(1, 40);
        var wednesday = Village.wednesday(house.getBean(AppClock.class).instant());
        var acknowledged = new Acknowledged();
        var enough = new AtomicBoolean();
        Runnable client = () -> {
            while (!enough.get()) {
                place(village, project, wednesday, acknowledged);
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients =
                    Stream.generate(() -> threads.submit(client)).limit(CLIENTS).toList();
            until(() -> acknowledged.approved.size() >= BEFORE);
            primary.kill();
            assertThat(standby.ask("select pg_promote(true, 60)")).isEqualTo("t");
            int then = acknowledged.approved.size();
            until(() -> acknowledged.approved.size() >= then + AFTER);
            enough.set(true);
            for (var each : clients) {
                each.get();
            }
        } finally {
            enough.set(true);
        }
        return acknowledged;
    }

    /** What is not acknowledged may have been done or not; whatever is, has to be there. */
    private static void place(Village village, ProjectId project, Instant when, Acknowledged acknowledged) {
        try {
            var order = village.placed(project, when);
            acknowledged.placed.add(order);
            acknowledged.approved.add(village.approve(order));
        } catch (DataAccessException | TransactionException notNow) {
            // No database at this moment: the next try has one.
        }
    }

    private static void aStandbyAloneIsRefused(PlainPostgres standby) {
        var alone = standby.owner("jdbc:postgresql://127.0.0.1:%d/feiyan".formatted(standby.port()));
        assertThatThrownBy(() -> ExternalPostgres.check(alone))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("targetServerType=primary"));
    }

    private static boolean is(PlainPostgres server, String sql, String answer) {
        try {
            return server.ask(sql).equals(answer);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void until(BooleanSupplier so) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
