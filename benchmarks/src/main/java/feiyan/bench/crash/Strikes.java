package feiyan.bench.crash;

import feiyan.platform.database.WatchedDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Does what was planned, at moments that only the seed knows. */
final class Strikes {

    /** Long enough for the tables to want room. */
    private static final Duration FULL = Duration.ofSeconds(5);

    private final KilledServer server;
    private final WatchedDatabase database;
    private final Disk disk;
    private final CuttingProxy line;
    private final Duration ahead;
    private final Random random;

    Strikes(
            KilledServer server,
            WatchedDatabase database,
            Disk disk,
            CuttingProxy line,
            Duration ahead,
            Random random) {
        this.server = server;
        this.database = database;
        this.disk = disk;
        this.line = line;
        this.ahead = ahead;
        this.random = random;
    }

    /** Whether it could be done on this machine. */
    boolean strike(Trouble trouble) throws IOException, InterruptedException {
        Thread.sleep(300 + random.nextInt(2_000));
        switch (trouble) {
            case KILL_SERVER -> killServer();
            case KILL_DATABASE -> database.postmaster().destroyForcibly();
            case KILL_BOTH -> killBoth();
            case KILL_ONE_BACKEND -> killOneBackend();
            case CUT_CONNECTIONS -> cut();
            case FILL_DISK -> {
                return disk.isSmall() && fill();
            }
            case PAUSE_SERVER -> pauseServer();
            case PAUSE_DATABASE -> pauseDatabase();
        }
        return true;
    }

    private void killServer() throws IOException, InterruptedException {
        server.kill();
        Thread.sleep(random.nextInt(500));
        server.start(ahead);
    }

    private void killBoth() throws IOException, InterruptedException {
        var postmaster = database.postmaster();
        server.kill();
        postmaster.destroyForcibly();
        Thread.sleep(random.nextInt(500));
        server.start(ahead);
    }

    private void killOneBackend() throws IOException {
        var all = database.processes();
        all.get(1 + random.nextInt(all.size() - 1)).destroyForcibly();
    }

    private void cut() throws InterruptedException {
        line.isBad(true);
        Thread.sleep(2_000);
        line.isBad(false);
    }

    private boolean fill() throws IOException, InterruptedException {
        disk.fill();
        Thread.sleep(FULL);
        disk.empty();
        return true;
    }

    private void pauseServer() throws IOException, InterruptedException {
        var one = List.of(server.handle());
        Programs.signal("STOP", one);
        Thread.sleep(1_000 + random.nextInt(3_000));
        Programs.signal("CONT", one);
    }

    private void pauseDatabase() throws IOException, InterruptedException {
        var all = database.processes();
        Programs.signal("STOP", all);
        Thread.sleep(1_000 + random.nextInt(3_000));
        Programs.signal("CONT", all);
    }
}
