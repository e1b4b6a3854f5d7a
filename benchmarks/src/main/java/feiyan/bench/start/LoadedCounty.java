package feiyan.bench.start;

import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import feiyan.bench.served.Morning;
import feiyan.bench.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A data folder with a full county in it, and the server on it. */
final class LoadedCounty {

    private final Path data;
    private final int volunteers;
    private final Duration ahead = Morning.ahead();

    LoadedCounty(Path data, int volunteers) {
        this.data = data;
        this.volunteers = volunteers;
    }

    Duration ahead() {
        return ahead;
    }

    /** In this process, which no figure is taken of. */
    List<Turn> load(int turns) throws IOException {
        var full = CountySize.full();
        var size = new CountySize(volunteers, full.residents(), full.teams(), full.orders(), full.aYear(), full.seed());
        List<Turn> some;
        try (var house = House.in(data, "feiyan.jobs=false")) {
            some = new Turns(house, Settlement.make(house, size)).some(turns);
        }
        // A claim ends with its process, and this one goes on: the server that comes takes a lock of its own.
        Files.delete(data.resolve("feiyan.lock"));
        return some;
    }

    Served serve() {
        return Served.start(
                data,
                List.of(
                        "--no-demo",
                        "--feiyan.clock.ahead=" + ahead,
                        "--feiyan.api.requests-per-minute=1000000",
                        "--feiyan.api.requests-per-minute-of-a-person=1000000"));
    }
}
