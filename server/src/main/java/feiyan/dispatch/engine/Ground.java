package feiyan.dispatch.engine;

/** Distances and travel. Doubles over float coordinates, as the benchmark counts. To a remote order there is no way. */
final class Ground {

    /** Road per straight line, for travel; what it costs is the county's to weigh. */
    private static final double ROAD = 1.3;

    private static final double SAME_SPOT_METRES = 50;
    private static final int SET_OUT_MINUTES = 5;
    private static final double METRES_A_MINUTE = 400;

    private Ground() {}

    static double metres(float ax, float ay, float bx, float by) {
        double dx = (double) ax - bx;
        double dy = (double) ay - by;
        return Math.sqrt(dx * dx + dy * dy);
    }

    static double metres(OpenOrder order, FreeVolunteer volunteer) {
        return metres(order.x(), order.y(), volunteer.x(), volunteer.y());
    }

    static int travelMinutes(OpenOrder from, OpenOrder to) {
        double road = ROAD * metres(from.x(), from.y(), to.x(), to.y());
        return road >= SAME_SPOT_METRES ? SET_OUT_MINUTES + (int) Math.ceil(road / METRES_A_MINUTE) : 0;
    }

    /** Whether one person cannot serve both: the earlier end and the way reach past the later start. */
    static boolean conflict(OpenOrder one, OpenOrder other) {
        boolean inOrder = one.start() <= other.start();
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        int gap = second.start() - first.end();
        return gap < 0 || travelMinutes(first, second) > gap;
    }
}
