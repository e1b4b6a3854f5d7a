package feiyan.dispatch.map;

/** A point of a county laid flat, in degrees of latitude: within a county the earth is flat enough. */
record Flat(double x, double y) {

    static Flat of(MapPoint point, double shrink) {
        return new Flat(point.longitude() * shrink, point.latitude());
    }

    MapPoint onEarth(double shrink) {
        return new MapPoint(y, x / shrink);
    }

    double to(Flat other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** Positive where the way from this one over {@code next} to {@code last} turns left. */
    double turn(Flat next, Flat last) {
        return (next.x - x) * (last.y - y) - (next.y - y) * (last.x - x);
    }

    /** Positive where this one is nearer to {@code a} than to {@code b}; it grows evenly on the way. */
    double nearerTo(Flat a, Flat b) {
        return (x - (a.x + b.x) / 2) * (a.x - b.x) + (y - (a.y + b.y) / 2) * (a.y - b.y);
    }

    Flat towards(Flat other, double share) {
        return new Flat(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
