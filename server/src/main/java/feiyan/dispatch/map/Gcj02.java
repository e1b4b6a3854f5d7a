package feiyan.dispatch.map;

/**
 * From the earth's coordinates (WGS-84) to those by which Chinese services draw (GCJ-02): some hundred metres aside, by
 * a law that was never published. This is the formula that everybody uses in its place; against the answers of Amap's
 * own service it is right to some centimetres (see the test). Used at the border only: inside, everything is WGS-84.
 */
final class Gcj02 {

    /** The ellipsoid of Krasovsky. */
    private static final double AXIS = 6_378_245;

    private static final double ECCENTRICITY = 0.00669342162296594323;

    /** The shift is a series about this point. */
    private static final double MIDDLE_LATITUDE = 35;

    private static final double MIDDLE_LONGITUDE = 105;

    private Gcj02() {}

    static MapPoint of(MapPoint earth) {
        if (!shifted(earth)) {
            return earth;
        }
        double x = earth.longitude() - MIDDLE_LONGITUDE;
        double y = earth.latitude() - MIDDLE_LATITUDE;
        double sine = Math.sin(Math.toRadians(earth.latitude()));
        double flat = 1 - ECCENTRICITY * sine * sine;
        double meridian = AXIS * (1 - ECCENTRICITY) / (flat * Math.sqrt(flat));
        double parallel = AXIS / Math.sqrt(flat) * Math.cos(Math.toRadians(earth.latitude()));
        return new MapPoint(
                earth.latitude() + Math.toDegrees(north(x, y) / meridian),
                earth.longitude() + Math.toDegrees(east(x, y) / parallel));
    }

    /** The box within which the services shift at all. */
    private static boolean shifted(MapPoint point) {
        return point.longitude() >= 72.004
                && point.longitude() <= 137.8347
                && point.latitude() >= 0.8293
                && point.latitude() <= 55.8271;
    }

    private static double north(double x, double y) {
        double plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        double waves = 20 * wave(6 * x)
                + 20 * wave(2 * x)
                + 20 * wave(y)
                + 40 * wave(y / 3)
                + 160 * wave(y / 12)
                + 320 * wave(y / 30);
        return plain + waves * 2 / 3;
    }

    private static double east(double x, double y) {
        double plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        double waves = 20 * wave(6 * x)
                + 20 * wave(2 * x)
                + 20 * wave(x)
                + 40 * wave(x / 3)
                + 150 * wave(x / 12)
                + 300 * wave(x / 30);
        return plain + waves * 2 / 3;
    }

    private static double wave(double turns) {
        return Math.sin(Math.PI * turns);
    }
}
