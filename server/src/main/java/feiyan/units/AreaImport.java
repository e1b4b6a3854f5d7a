package feiyan.units;

import feiyan.units.Area.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an area file would do to a county: the preview, and after the import the receipt.
 *
 * @param areas in the file's order; only those lines that could be read
 * @param mistakes line by line; with any, nothing is imported
 * @param fresh how many areas the county does not have yet
 * @param changed how many it has under another name or place
 */
public record AreaImport(List<Area> areas, List<AreaMistake> mistakes, int fresh, int changed) {

    public AreaImport {
        areas = List.copyOf(areas);
        mistakes = List.copyOf(mistakes);
    }

    public boolean isClean() {
        return mistakes.isEmpty();
    }

    public Map<Level, Integer> counts() {
        var counts = new EnumMap<Level, Integer>(Level.class);
        areas.forEach(area -> counts.merge(area.level(), 1, Integer::sum));
        return counts;
    }
}
