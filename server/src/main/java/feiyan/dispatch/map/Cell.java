package feiyan.dispatch.map;

import java.util.ArrayList;
import java.util.List;

/** What lies nearer to one site than to any other that has been told of. Convex; it turns left. */
final class Cell {

    /** Beyond this side nobody lives whom we know. */
    static final int OUTSIDE = -1;

    /** @param beyond whose cell lies on the other side of the line to the next corner */
    record Corner(Flat at, int beyond) {}

    private final Flat site;
    private List<Corner> corners;
    private double reach;

    Cell(Flat site, List<Flat> outline) {
        this.site = site;
        this.corners = outline.stream().map(at -> new Corner(at, OUTSIDE)).toList();
        measure();
    }

    private void measure() {
        reach = corners.stream()
                .mapToDouble(corner -> corner.at().to(site))
                .max()
                .orElse(0);
    }

    List<Corner> corners() {
        return corners;
    }

    /** Gives up what is nearer to another site; one that is twice as far as any corner takes nothing. */
    void yieldTo(Flat other, int who) {
        if (site.to(other) >= 2 * reach || site.equals(other)) {
            return;
        }
        var kept = new ArrayList<Corner>();
        for (int at = 0; at < corners.size(); at++) {
            keep(kept, corners.get(at), corners.get((at + 1) % corners.size()), other, who);
        }
        corners = kept;
        measure();
    }

    private void keep(List<Corner> kept, Corner corner, Corner next, Flat other, int who) {
        double here = corner.at().nearerTo(site, other);
        double there = next.at().nearerTo(site, other);
        if (here >= 0) {
            kept.add(corner);
        }
        if (here >= 0 != there >= 0) {
            var cut = corner.at().towards(next.at(), here / (here - there));
            kept.add(new Corner(cut, here >= 0 ? who : corner.beyond()));
        }
    }
}
