package feiyan.dispatch.pool;

import feiyan.units.CoarsePosition;
import java.util.Collection;

/**
 * The county as the engine sees it: flat, in metres from its middle. East and west are true to scale in the middle
 * only, so distances here are for weighing; who goes how far is judged by {@link CoarsePosition#metresTo}.
 */
record Plane(double latitude, double longitude) {

    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * A radius that leaves nobody out whom the true distance would let in. A degree of latitude away from the middle
     * the scale is off by 1.2 % at 35° and by 2.1 % at 50°; no county reaches farther. The rest is rounding.
     */
    private static final float WIDER = 1.03f;

    private static final float ROUNDING_METRES = 10;

    /** Around all of these; where there is none, any middle is as good. */
    static Plane around(Collection<CoarsePosition> places) {
        var north = places.stream().mapToDouble(CoarsePosition::latitude).summaryStatistics();
        var east = places.stream().mapToDouble(CoarsePosition::longitude).summaryStatistics();
        return places.isEmpty()
                ? new Plane(0, 0)
                : new Plane((north.getMin() + north.getMax()) / 2, (east.getMin() + east.getMax()) / 2);
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
