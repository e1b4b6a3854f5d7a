package feiyan.dispatch.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The line around points, some way off: as a string laid around so many discs. */
final class Outline {

    private static final int CORNERS_OF_A_DISC = 16;

    private Outline() {}

    /** Its corners, turning left; it is convex. */
    static List<Flat> around(List<Flat> points, double away) {
        var discs = new ArrayList<Flat>();
        for (var point : points) {
            for (int corner = 0; corner < CORNERS_OF_A_DISC; corner++) {
                double angle = 2 * Math.PI * corner / CORNERS_OF_A_DISC;
                discs.add(new Flat(point.x() + away * Math.cos(angle), point.y() + away * Math.sin(angle)));
            }
        }
        discs.sort(Comparator.comparingDouble(Flat::x).thenComparingDouble(Flat::y));
        var corners = half(discs);
        corners.addAll(half(discs.reversed()));
        return corners;
    }

    /** From the first of them to the last, without it (Andrew's monotone chain). */
    private static List<Flat> half(List<Flat> sorted) {
        var corners = new ArrayList<Flat>();
        for (var point : sorted) {
            while (corners.size() > 1 && corners.get(corners.size() - 2).turn(corners.getLast(), point) <= 0) {
                corners.removeLast();
            }
            corners.add(point);
        }
        corners.removeLast();
        return corners;
    }
}
