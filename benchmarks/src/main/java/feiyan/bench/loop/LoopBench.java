package feiyan.bench.loop;

import feiyan.bench.Durability;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** {@code ./bench loop}: the whole loop by every way into the product, against its floor and against an engine. */
public final class LoopBench {

    public static final String USAGE = "./bench loop [--seconds N each, 30] [--clients C, 4]"
            + " [--volunteers V, 60000] [--past M orders, 200000] [--statements]"
            + " [--lanes floor,door,api,http,flowable]";

    private final Setting setting;
    private final House house;
    private final Casting casting;

    private LoopBench(Setting setting, House house, Casting casting) {
        this.setting = setting;
        this.house = house;
        this.casting = casting;
    }

    public static void run(List<String> given, PrintStream out) {
        var setting = Setting.of(given);
        try (var house = House.spareWith(
                CountBeans.class,
                "feiyan.jobs=false",
                "feiyan.api.requests-per-minute=1000000000",
                "feiyan.api.requests-per-minute-of-a-person=1000000000")) {
            var county = Settlement.make(house, setting.size());
            var casting =
                    new Casting(house, county.administrator(), county.center().unit());
            new LoopBench(setting, house, casting).measure(out);
        }
    }

    private void measure(PrintStream out) {
        var durable = durability();
        makeFloor();
        IntFunction<Cast> casts = number -> casting.cast(setting.volunteers());
        try (var meter = Meter.of(house);
                var flowable = FlowableLane.in(house, casts, house.the(DataSource.class))) {
            var lanes = lanes(casts, flowable);
            try (var rounds = new Rounds(meter, lanes, setting.clients())) {
                asOwner("vacuum analyze");
                rounds.run(1, setting.practice());
                rounds.forget();
                rounds.run(setting.rounds(), setting.round());
                report(rounds, lanes, durable, out).print(out);
            }
        }
    }

    private List<Lane> lanes(IntFunction<Cast> casts, Lane flowable) {
        return Stream.of(
                        new FloorLane(casts, house.the(DataSource.class)),
                        new DoorLane(casts, Doors.of(house)),
                        new ApiLane(casts),
                        new PageLane(number -> casting.cast(setting.signedIn())),
                        flowable)
                .filter(lane -> setting.lanes().contains(lane.name()))
                .toList();
    }

    /** All lanes commit by the product's own connections. */
    private SortedMap<String, String> durability() {
        try (var connection = house.the(DataSource.class).getConnection()) {
            return Durability.mustBeOn(connection, Durability.OF_A_COMMIT);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Report report(Rounds rounds, List<Lane> lanes, SortedMap<String, String> durable, PrintStream out) {
        var trips = house.the(Trips.class);
        var counts = new LinkedHashMap<String, Trips.Count>();
        var tallies = new LinkedHashMap<String, Tally>();
        for (var lane : lanes) {
            var before = trips.now();
            trips.count(true);
            rounds.few(lane, Setting.COUNTED, step -> {});
            counts.put(lane.name(), trips.now().since(before));
            tallies.put(lane.name(), rounds.of(lane));
            if (setting.statements()) {
                trips.told();
                rounds.few(lane, 1, step -> statements(lane, step, trips.told(), out));
            }
            trips.count(false);
        }
        return new Report(tallies, counts, Setting.COUNTED, durable, setting.json());
    }

    private static void statements(Lane lane, Step step, List<String> told, PrintStream out) {
        out.printf("%s, %s: %d%n", lane.name(), step.written(), told.size());
        told.forEach(statement -> out.println("  " + statement));
    }

    /** Its indexes were filled row by row; the product's were made after its past was loaded, and so are these. */
    private void makeFloor() {
        try (var script = Objects.requireNonNull(LoopBench.class.getResourceAsStream("/loop/floor.sql"))) {
            asOwner(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            asOwner("reindex schema floor");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void asOwner(String sql) {
        try (var owner = house.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
