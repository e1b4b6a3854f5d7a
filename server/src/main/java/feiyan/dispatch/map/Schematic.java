package feiyan.dispatch.map;

import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A county's ground from nothing but where its houses stand: what is nearest to a house is its area, and a border runs
 * where the areas of two institutes meet. No survey; it says so on the map.
 */
record Schematic(List<MapView.House> houses, List<MapView.Line> borders) {

    /** The county ends so far from its outermost houses: half a village's way, 1.7 km. */
    private static final double AROUND = 0.015;

    /** @param institute the house of whose area it is */
    private record Site(Flat at, UnitId institute) {}

    static Schematic of(List<Unit> units) {
        var placed = units.stream()
                .filter(unit -> unit.position() != null)
                .sorted(Comparator.comparing(Unit::tier))
                .toList();
        var houses = placed.stream()
                .map(unit -> new MapView.House(unit.tier(), unit.name(), at(unit)))
                .toList();
        return new Schematic(houses, borders(units, placed));
    }

    private static MapPoint at(Unit unit) {
        return MapPoint.of(Objects.requireNonNull(unit.position()));
    }

    private static List<MapView.Line> borders(List<Unit> units, List<Unit> placed) {
        if (placed.isEmpty()) {
            return List.of();
        }
        double shrink = Math.cos(Math.toRadians(placed.stream()
                .mapToDouble(unit -> at(unit).latitude())
                .average()
                .orElseThrow()));
        var above = new HashMap<UnitId, Unit>();
        units.forEach(unit -> above.put(unit.id(), unit));
        var sites = placed.stream()
                .filter(unit -> unit.tier() != Tier.CENTER || placed.size() == 1)
                .map(unit -> new Site(Flat.of(at(unit), shrink), institute(unit, above)))
                .toList();
        return lines(apart(sites), Outline.around(sites.stream().map(Site::at).toList(), AROUND), shrink);
    }

    /** Two houses under one roof have one area, that of the higher. */
    private static List<Site> apart(List<Site> sites) {
        var taken = new HashSet<Flat>();
        return sites.stream().filter(site -> taken.add(site.at())).toList();
    }

    private static UnitId institute(Unit unit, Map<UnitId, Unit> all) {
        var up = unit;
        while (up.tier().compareTo(Tier.INSTITUTE) > 0 && up.parent() != null && all.containsKey(up.parent())) {
            up = Objects.requireNonNull(all.get(up.parent()));
        }
        return up.id();
    }

    private static List<MapView.Line> lines(List<Site> sites, List<Flat> outline, double shrink) {
        var lines = new ArrayList<MapView.Line>();
        for (int who = 0; who < sites.size(); who++) {
            var corners = cell(sites, who, outline).corners();
            for (int at = 0; at < corners.size(); at++) {
                if (isBorder(sites, who, corners.get(at).beyond())) {
                    lines.add(new MapView.Line(
                            corners.get(at).at().onEarth(shrink),
                            corners.get((at + 1) % corners.size()).at().onEarth(shrink)));
                }
            }
        }
        return lines;
    }

    private static Cell cell(List<Site> sites, int who, List<Flat> outline) {
        var cell = new Cell(sites.get(who).at(), outline);
        for (int other = 0; other < sites.size(); other++) {
            if (other != who) {
                cell.yieldTo(sites.get(other).at(), other);
            }
        }
        return cell;
    }

    /** Each border once, though it is a side of two cells. */
    private static boolean isBorder(List<Site> sites, int who, int beyond) {
        return beyond == Cell.OUTSIDE
                || who < beyond
                        && !sites.get(who).institute().equals(sites.get(beyond).institute());
    }
}
