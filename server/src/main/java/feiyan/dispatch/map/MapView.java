package feiyan.dispatch.map;

import feiyan.units.Tier;
import feiyan.web.MapTiles;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code dispatch/parts/map} draws, each point in the datum of the tiles.
 *
 * @param ties between two of the points
 * @param houses the county's own, the center first
 * @param borders between the areas of the institutes, and around the county; many short lines
 */
public record MapView(List<Spot> spots, List<Line> ties, List<House> houses, List<Line> borders, MapTiles tiles) {

    public MapView {
        spots = List.copyOf(spots);
        ties = List.copyOf(ties);
        houses = List.copyOf(houses);
        borders = List.copyOf(borders);
    }

    /** A place and the point at which it is drawn. */
    public record Spot(MapPlace place, MapPoint at) {}

    public record House(Tier tier, String name, MapPoint at) {}

    public record Line(MapPoint from, MapPoint to) {

        public String text() {
            return from.text() + " " + to.text();
        }
    }

    /** All borders in one attribute of the page. */
    public String bordersAsText() {
        return text(borders);
    }

    public String tiesAsText() {
        return text(ties);
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining(";"));
    }
}
