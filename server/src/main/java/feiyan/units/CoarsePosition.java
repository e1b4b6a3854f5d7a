package feiyan.units;

/**
 * A place on the map (WGS-84), rounded to about 200 m: near enough to match people with needs, too coarse to find a
 * door. There is no way to make an exact one, so none can be stored.
 */
public record CoarsePosition(double latitude, double longitude) {

    /** 0.002° of latitude are 222 m; 0.002° of longitude are 184 m at 34.6° north. */
    private static final double STEPS_PER_DEGREE = 500;

    private static final double METRES_PER_DEGREE = 111_195;

    public CoarsePosition {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on the earth");
        }
        latitude = Math.round(latitude * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
        longitude = Math.round(longitude * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    /**
     * The straight line. Within a county the earth is flat enough: at 50 km the error stays under one step of the
     * rounding.
     */
    public double metresTo(CoarsePosition other) {
        double north = other.latitude - latitude;
        double east = (other.longitude - longitude) * Math.cos(Math.toRadians((other.latitude + latitude) / 2));
        return METRES_PER_DEGREE * Math.hypot(north, east);
    }
}
