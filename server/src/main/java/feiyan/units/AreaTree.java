package feiyan.units;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import feiyan.units.Area.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges how the lines of a file hang together, and with the areas that the county has already. Pure. */
final class AreaTree {

    private final Map<String, Area> known;
    private final Map<String, Area> all;
    private final AreaFile file;

    private AreaTree(AreaFile file, List<Area> known) {
        this.file = file;
        this.known = known.stream().collect(toMap(Area::code, identity()));
        this.all = new HashMap<>(this.known);
        file.areas.forEach(area -> all.put(area.code(), area));
    }

    static AreaImport judge(AreaFile file, List<Area> known) {
        return new AreaTree(file, known).judged();
    }

    private AreaImport judged() {
        // A line that cannot be read makes orphans of the lines below it; they would only hide it.
        var inTree = file.mistakes.isEmpty() ? file.areas.stream().flatMap(this::mistake) : Stream.<AreaMistake>of();
        var mistakes = Stream.concat(file.mistakes.stream(), inTree)
                .sorted(Comparator.comparingLong(AreaMistake::line))
                .toList();
        return new AreaImport(file.areas, mistakes, fresh(), changed());
    }

    private Stream<AreaMistake> mistake(Area area) {
        return Stream.of(parentMistake(area), secondCounty(area)).flatMap(Optional::stream);
    }

    private Optional<AreaMistake> parentMistake(Area area) {
        if (area.parent() == null) {
            return area.level().standsAlone() ? Optional.empty() : wrong(area, "parent_empty");
        }
        var parent = all.get(area.parent());
        if (parent == null) {
            return wrong(area, "parent_missing", area.parent());
        }
        if (!area.level().liesDirectlyIn(parent.level())) {
            return wrong(area, "parent_level", area.parent());
        }
        return area.level() == Level.NATURAL && !area.code().startsWith(parent.code())
                ? wrong(area, "natural_code", area.code())
                : Optional.empty();
    }

    /** One county, one tree: somebody else's file must not be mixed in. */
    private Optional<AreaMistake> secondCounty(Area area) {
        if (area.level() != Level.COUNTY) {
            return Optional.empty();
        }
        return Stream.concat(known.values().stream(), file.areas.stream())
                .filter(other -> other.level() == Level.COUNTY && !other.code().equals(area.code()))
                .findFirst()
                .flatMap(other -> wrong(area, "second_county", area.name(), other.name()));
    }

    private Optional<AreaMistake> wrong(Area area, String code, Object... args) {
        return Optional.of(AreaMistake.at(Objects.requireNonNull(file.lines.get(area)), code, args));
    }

    private int fresh() {
        return (int) file.areas.stream()
                .filter(area -> !known.containsKey(area.code()))
                .count();
    }

    private int changed() {
        return (int) file.areas.stream()
                .filter(area -> known.containsKey(area.code()) && !area.equals(known.get(area.code())))
                .count();
    }
}
