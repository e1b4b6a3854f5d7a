package feiyan.dispatch.pool;

import feiyan.units.CoarsePosition;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The county as the engine sees it: flat, in metres from a point in it. East and west are true to scale on that point's
 * latitude only, so distances here are for weighing; who goes how far is judged by {@link CoarsePosition#metresTo}.
 */
record Plane(double latitude, double longitude) {

    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * A radius that leaves nobody out whom the true distance would let in. A degree of latitude away from that point
     * the scale is off by 1.2 % at 35° and by 2.1 % at 50°; few counties reach farther. The rest is rounding.
     */
    private static final float WIDER = 1.05f;

    private static final float ROUNDING_METRES = 10;

    private static final double STEPS_PER_DEGREE = 2;

    /**
     * Around the county's center; where that has no place on the map, around everybody, to half a degree. So it is the
     * same on each instance, and the same people cost the same, whoever came and went since one was started.
     */
    static Plane of(@Nullable CoarsePosition center, Collection<CoarsePosition> homes) {
        return center == null ? around(homes) : new Plane(center.latitude(), center.longitude());
    }

    private static Plane around(Collection<CoarsePosition> homes) {
        var north = homes.stream().mapToDouble(CoarsePosition::latitude).summaryStatistics();
        var east = homes.stream().mapToDouble(CoarsePosition::longitude).summaryStatistics();
        return homes.isEmpty()
                ? new Plane(0, 0)
                : new Plane(rounded(north.getMin() + north.getMax()), rounded(east.getMin() + east.getMax()));
    }

    private static double rounded(double twiceTheMiddle) {
        return Math.round(twiceTheMiddle / 2 * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    float x(CoarsePosition place) {
        return (float) (METRES_PER_DEGREE * (place.longitude() - longitude) * Math.cos(Math.toRadians(latitude)));
    }

    float y(CoarsePosition place) {
        return (float) (METRES_PER_DEGREE * (place.latitude() - latitude));
    }

    static float radius(int metres) {
        return WIDER * metres + ROUNDING_METRES;
    }
}
