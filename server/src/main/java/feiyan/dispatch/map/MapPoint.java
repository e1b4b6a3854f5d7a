package feiyan.dispatch.map;

import feiyan.units.CoarsePosition;
import feiyan.units.Position;
import java.util.Locale;

/** A point as it is drawn. */
public record MapPoint(double latitude, double longitude) {

    static MapPoint of(CoarsePosition place) {
        return new MapPoint(place.latitude(), place.longitude());
    }

    static MapPoint of(Position house) {
        return new MapPoint(house.latitude(), house.longitude());
    }

    /** {@code 34.6120,118.3540}: 0.0001° are 11 m, finer than anything that is shown. */
    public String text() {
        return String.format(Locale.ROOT, "%.4f,%.4f", latitude, longitude);
    }
}
