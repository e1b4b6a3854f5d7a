package feiyan.bench.loop;

import com.sun.management.ThreadMXBean;
import feiyan.bench.county.House;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Reads what server and database have used, without those who ask: their threads bear other names. Where there is no
 * {@code /proc}, the database's time is 0.
 */
final class Meter implements AutoCloseable {

    private static final Path PROCESSES = Path.of("/proc");
    /** A tick of {@code /proc/PID/stat} is a hundredth of a second on every Linux. */
    private static final long NANOS_OF_A_TICK = 10_000_000L;

    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int ENDED_CHILDREN = 15;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Connection owner;
    private final long postmaster;

    private Meter(Connection owner, long postmaster) {
        this.owner = owner;
        this.postmaster = postmaster;
    }

    static Meter of(House house) {
        try {
            var first = Files.readAllLines(house.data().resolve("postgresql/postmaster.pid"))
                    .getFirst();
            return new Meter(house.asOwner(), Long.parseLong(first.strip()));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Usage now(boolean inProcess) {
        return new Usage(serving(inProcess ? Rounds.THREADS : "http-nio-"), database(), wal());
    }

    /** Threads that ended take their time with them: who measures keeps them until it was read. */
    private long serving(String prefix) {
        var ids = threads.getAllThreadIds();
        var infos = threads.getThreadInfo(ids);
        long[] times = threads.getThreadCpuTime(ids);
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            if (infos[i] != null && infos[i].getThreadName().startsWith(prefix) && times[i] > 0) {
                sum += times[i];
            }
        }
        return sum;
    }

    private long database() {
        if (!Files.isDirectory(PROCESSES.resolve(Long.toString(postmaster)))) {
            return 0;
        }
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                            .mapToLong(this::ticks)
                            .sum()
                    * NANOS_OF_A_TICK;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Of the postmaster with its children that ended, or of one that lives. */
    private long ticks(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            boolean master = process.getFileName().toString().equals(Long.toString(postmaster));
            if (!master && Long.parseLong(fields[PARENT]) != postmaster) {
                return 0;
            }
            return Arrays.stream(fields, USER_TICKS, master ? ENDED_CHILDREN : USER_TICKS + 2)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private long wal() {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException gone) {
            // It is closed all the same.
        }
    }
}
