package feiyan.loop.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.orders.OrderId;
import feiyan.platform.database.KeptPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two counties are backed up while everybody in them goes on, and go on again from what was restored. */
class BackupUnderLoadTest {

    private static final int WALKERS = 3;

    /** Each event and each row of the outbox: what is in here was committed, and somebody was told so. */
    private static final String WRITTEN = """
            select county_id || ' ' || order_id || ' ' || version || ' ' || to_state from order_event
            union all select county_id || ' ' || seat_id || ' ' || version || ' ' || to_state from seat_event
            union all select county_id || ' ' || id from outbox
            """;

    /** That no page and no index was read half written: PostgreSQL's own check of every entry. */
    private static final String SOUND = """
            select count(*) from (
              select bt_index_check(c.oid, true) from pg_class c join pg_index i on i.indexrelid = c.oid
              join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid) checked
            """;

    private static final String TORN = """
            select c.relname || ': ' || found.msg from pg_class c, verify_heapam(c.oid) found
            where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace = 'public'::regnamespace
            """;

    private final WalkClock clock = new WalkClock();
    private final AtomicBoolean enough = new AtomicBoolean();

    @TempDir
    Path folder;

    private List<Town> towns = List.of();

    @Test
    void whatWasSaidToBeDoneIsInTheBackupAndEverybodyGoesOnFromThere() throws Exception {
        var file = folder.resolve("county.feiyan");
        var before = backedUpUnderLoad(file);
        KeptPostgres.restore(file, folder.resolve("restored"), folder.resolve("first/keys"));
        try (var database = KeptPostgres.in(folder.resolve("restored"))) {
            assertThat(written(database)).containsAll(before);
            isSound(database);
            goesOn(database);
            whereThereIsNoRoomNothingIsLeft();
        }
        restsAndIsBackedUp();
    }

    private void whereThereIsNoRoomNothingIsLeft() throws Exception {
        var full = Files.createDirectory(folder.resolve("full"));
        if (run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", full.toString()) != 0) {
            return; // Only root may; everything else here needs no such thing.
        }
        try {
            assertThatThrownBy(() -> KeptPostgres.backUp(folder.resolve("restored"), full.resolve("county.feiyan")))
                    .hasMessageContaining("backup_not_written");
            assertThat(full).isEmptyDirectory();
        } finally {
            run("umount", full.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }

    /** The database is started for this alone. */
    private void restsAndIsBackedUp() {
        var file = folder.resolve("resting.feiyan");
        KeptPostgres.backUp(folder.resolve("restored"), file);
        assertThat(file).isNotEmptyFile();
        assertThat(folder.resolve("restored/postgresql/postmaster.pid")).doesNotExist();
    }

    private Set<String> backedUpUnderLoad(Path file) throws Exception {
        try (var database = KeptPostgres.in(folder.resolve("first"));
                var house = new KeptHouse(database, clock);
                var threads = Executors.newFixedThreadPool(WALKERS)) {
            var world = house.settled();
            towns = world.towns();
            house.walker(WALKERS, world).walk(300);
            var walking = walking(house, world, threads);
            try {
                return backedUp(database, file);
            } finally {
                enough.set(true);
                for (var each : walking) {
                    each.get(60, TimeUnit.SECONDS);
                }
            }
        }
    }

    /** What was written before it began. */
    private Set<String> backedUp(KeptPostgres database, Path file) {
        var before = written(database);
        KeptPostgres.backUp(folder.resolve("first"), file);
        assertThat(written(database).size()).as("was written meanwhile").isGreaterThan(before.size());
        return before;
    }

    private List<Future<?>> walking(KeptHouse house, World world, ExecutorService threads) {
        var walking = new ArrayList<Future<?>>();
        for (int thread = 0; thread < WALKERS; thread++) {
            var walker = house.walker(thread, world);
            walking.add(threads.submit(() -> {
                while (!enough.get()) {
                    walker.walk(1);
                }
            }));
        }
        return walking;
    }

    private static Set<String> written(KeptPostgres database) {
        return new HashSet<>(JdbcClient.create(database.asOwner())
                .sql(WRITTEN)
                .query(String.class)
                .list());
    }

    private static void isSound(KeptPostgres database) {
        var superuser = JdbcClient.create(database.asSuperuser());
        superuser.sql("create extension amcheck").update();
        assertThat(superuser.sql(SOUND).query(Integer.class).single()).isGreaterThan(100);
        assertThat(superuser.sql(TORN).query(String.class).list()).isEmpty();
    }

    /** With the orders that were open, whose words have to be readable, and with new ones. */
    private void goesOn(KeptPostgres database) {
        try (var house = new KeptHouse(database, clock);
                var log = new LogWatch()) {
            var world = house.of(towns);
            var laws = house.laws(world);
            laws.hold();
            for (var town : towns) {
                var left = open(database, town);
                assertThat(left).isNotEmpty();
                for (int place = 0; place < left.size(); place++) {
                    world.put(town, place, left.get(place));
                }
            }
            var restored = written(database);
            house.walker(WALKERS + 1, world).walk(400);
            assertThat(written(database).size()).isGreaterThan(restored.size());
            laws.hold();
            assertThat(log.heard()).isEmpty();
        }
    }

    private static List<OrderId> open(KeptPostgres database, Town town) {
        return JdbcClient.create(database.asOwner())
                .sql("select id from service_order where county_id = ? and state <> 'CLOSED' order by id desc limit 12")
                .param(town.county().value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }
}
