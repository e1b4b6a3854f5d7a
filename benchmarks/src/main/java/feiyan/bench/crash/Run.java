package feiyan.bench.crash;

import feiyan.bench.Durability;
import feiyan.bench.served.Morning;
import feiyan.bench.served.Ports;
import feiyan.platform.database.WatchedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run on one county, from its founding to the last message told. */
final class Run implements AutoCloseable {

    /** Claims of whoever was killed have run out by then, and what was put off is due. */
    private static final Duration LATER = Duration.ofHours(3);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** And what tells of a page that was written in part. */
    private static final List<String> DURABLE = Stream.concat(
                    Durability.OF_A_COMMIT.stream(), Stream.of("data_checksums"))
            .toList();

    private final Wish wish;
    private final Path folder;
    private final PrintStream out;
    private final Duration ahead = Morning.ahead();
    private final long began = System.nanoTime();
    private final Ledger ledger = new Ledger();
    private final Summary summary = new Summary();
    private final List<Thread> clients = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Disk disk;
    private final KilledServer server;
    private final Receiver receiver;
    private final CuttingProxy line;
    private final WatchedDatabase database;
    private volatile boolean over;

    Run(Wish wish, Path folder, PrintStream out) throws IOException, InterruptedException {
        this.wish = wish;
        this.folder = folder;
        this.out = out;
        this.disk = Disk.in(folder);
        int port = Ports.free();
        this.server = new KilledServer(disk, folder, port);
        this.receiver = new Receiver();
        this.line = new CuttingProxy(port, new Random(wish.seed()));
        this.database = WatchedDatabase.in(disk.here().resolve("data"));
    }

    Summary toItsEnd() throws IOException, SQLException, InterruptedException {
        var cast = settled();
        say("a county is founded");
        receiver.trusts(cast.secret());
        server.start(ahead);
        server.untilUp();
        try (var connection = database.connect()) {
            Durability.mustBeOn(connection, DURABLE);
        }
        var verdict = new Verdict(database, cast.county());
        begin(cast);
        trouble(verdict);
        end(verdict, new Deliveries(database, cast.county()));
        summary.counts(wish, ledger, receiver, line);
        return summary;
    }

    private void say(String what) {
        out.printf("%4d s  %s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
    }

    private Players settled() throws IOException, InterruptedException {
        var file = folder.resolve("cast.json");
        var said = folder.resolve("settlement.txt");
        var process = new ProcessBuilder(disk.inside(Programs.java(SmallCounty.class.getName(), settlement(file))))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException("no county was founded: " + Files.readString(said));
        }
        return Players.readFrom(file);
    }

    /** As many volunteers as the run needs: each has some five services an hour before them. */
    private List<String> settlement(Path file) {
        var helpers = Math.min(40, 4 + 2 * wish.kills());
        var words = new ArrayList<>(List.of(
                file.toString(),
                receiver.address(),
                Integer.toString(wish.clients()),
                Integer.toString(helpers),
                disk.there().resolve("data").toString(),
                "--feiyan.jobs=false"));
        words.addAll(KilledServer.settings(disk, 0, ahead));
        return words;
    }

    private void begin(Players cast) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (int i = 0; i < wish.clients(); i++) {
            var caller = new Caller(http, line.port(), ledger, new Random(wish.seed() + 1 + i));
            callers.add(caller);
            var client = new Client(cast, cast.hands().get(i), caller, ledger, ahead, () -> over);
            clients.add(Thread.ofVirtual().start(client));
        }
        untilAnswered(2);
        say("the clients are at work");
        ledger.longestSilence();
    }

    private void trouble(Verdict verdict) throws IOException, SQLException, InterruptedException {
        var random = new Random(wish.seed());
        var strikes = new Strikes(server, database, disk, line, ahead, random);
        for (var trouble : Trouble.plan(wish.kills(), random)) {
            boolean done = strikes.strike(trouble);
            untilAnswered(2);
            var silence = ledger.longestSilence();
            var found = verdict.look(ledger, false);
            summary.struck(trouble, done, silence, found);
            var came = done ? found.isNothing() ? "well" : "BROKEN" : "left out";
            say("%-16s %s, %.1f s without an answer, %d acknowledged"
                    .formatted(trouble, came, silence.toMillis() / 1000.0, ledger.acknowledged()));
        }
    }

    /** So many answers for each client, to what was asked before or since. */
    private void untilAnswered(int each) throws IOException, InterruptedException {
        int wanted = ledger.acknowledged() + each * wish.clients();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.acknowledged() < wanted) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                throw new IllegalStateException("the server does not go on" + asked());
            }
            Thread.sleep(50);
        }
    }

    /** What the clients asked for last, and what the server said. */
    private String asked() throws IOException {
        return "; asked last: " + callers.stream().map(Caller::last).toList() + "; said: " + server.said();
    }

    private void end(Verdict verdict, Deliveries deliveries) throws IOException, SQLException, InterruptedException {
        over = true;
        for (var client : clients) {
            if (!client.join(PATIENCE)) {
                throw new IllegalStateException("a client waits in vain" + asked());
            }
        }
        server.stop();
        server.start(ahead.plus(LATER));
        server.untilUp();
        say("all is asked for; what waits is told");
        long waiting = deliveries.untilNoneWait(ahead.plus(LATER));
        say("%d messages were told, %d still wait".formatted(receiver.kept().size(), waiting));
        summary.atTheEnd(verdict.look(ledger, true), waiting, deliveries.steps(), receiver.kept());
    }

    List<String> surprises() {
        return ledger.surprises();
    }

    @Override
    public void close() throws IOException {
        over = true;
        clients.forEach(Thread::interrupt);
        server.close();
        line.close();
        receiver.close();
        disk.close();
    }
}
