package feiyan.dispatch.map;

import feiyan.units.Tier;
import java.util.List;

/** What of a county's houses a map names: the larger ones, and the stations around what it shows. */
record Surroundings(double south, double north, double west, double east) {

    /** 5.5 km to the north and about 5 km to the east: as far as one looks around. */
    private static final double AROUND = 0.05;

    static Surroundings of(List<MapPoint> shown) {
        var latitudes = shown.stream().mapToDouble(MapPoint::latitude).summaryStatistics();
        var longitudes = shown.stream().mapToDouble(MapPoint::longitude).summaryStatistics();
        return new Surroundings(
                latitudes.getMin() - AROUND,
                latitudes.getMax() + AROUND,
                longitudes.getMin() - AROUND,
                longitudes.getMax() + AROUND);
    }

    boolean names(MapView.House house) {
        return house.tier() == Tier.CENTER || house.tier() == Tier.INSTITUTE || holds(house.at());
    }

    private boolean holds(MapPoint point) {
        return point.latitude() >= south
                && point.latitude() <= north
                && point.longitude() >= west
                && point.longitude() <= east;
    }
}
