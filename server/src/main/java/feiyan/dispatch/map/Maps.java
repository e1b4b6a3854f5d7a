package feiyan.dispatch.map;

import feiyan.platform.CountyId;
import feiyan.units.CoarsePosition;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.web.MapTiles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Makes the map of a county with what a page has to show. */
@Component
public class Maps {

    private final Units units;
    private final MapTiles tiles;

    /** Drawn anew when a unit has changed. */
    private final Map<CountyId, Drawn> drawn = new ConcurrentHashMap<>();

    private record Drawn(List<Unit> from, Schematic ground) {}

    Maps(Units units, MapTiles tiles) {
        this.units = units;
        this.tiles = tiles;
    }

    public MapView of(CountyId county, List<MapPlace> places) {
        return of(county, places, List.of());
    }

    public MapView of(CountyId county, List<MapPlace> places, List<MapTie> ties) {
        var ground = ground(county);
        var datum = datum();
        var around = Surroundings.of(
                places.stream().map(place -> MapPoint.of(place.at())).toList());
        return new MapView(
                places.stream()
                        .map(place -> new MapView.Spot(place, datum.apply(MapPoint.of(place.at()))))
                        .toList(),
                ties.stream().map(tie -> line(datum, tie)).toList(),
                ground.houses().stream()
                        .filter(around::names)
                        .map(house -> new MapView.House(house.tier(), house.name(), datum.apply(house.at())))
                        .toList(),
                ground.borders().stream()
                        .map(line -> new MapView.Line(datum.apply(line.from()), datum.apply(line.to())))
                        .toList(),
                tiles);
    }

    private Schematic ground(CountyId county) {
        var now = units.all(county);
        return drawn.compute(
                        county,
                        (id, before) -> before != null && before.from().equals(now)
                                ? before
                                : new Drawn(now, Schematic.of(now)))
                .ground();
    }

    /** Inside, everything is WGS-84: it is left here, and only where the tiles want it. */
    private UnaryOperator<MapPoint> datum() {
        return switch (tiles.datum()) {
            case WGS84 -> UnaryOperator.identity();
            case GCJ02 -> Gcj02::of;
        };
    }

    private static MapView.Line line(UnaryOperator<MapPoint> datum, MapTie tie) {
        return new MapView.Line(point(datum, tie.from()), point(datum, tie.to()));
    }

    private static MapPoint point(UnaryOperator<MapPoint> datum, CoarsePosition place) {
        return datum.apply(MapPoint.of(place));
    }
}
