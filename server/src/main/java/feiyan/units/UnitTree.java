package feiyan.units;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * All units of a county at one moment, some hundreds, and how they hang together. A unit never moves to another parent;
 * what changes is that one is added or closed, or called otherwise.
 *
 * @param open in the division code's order; those without an area come last
 * @param below the open units directly below each, in the same order
 */
record UnitTree(Map<UnitId, Unit> units, List<Unit> open, Map<UnitId, List<Unit>> below) {

    /** @param units open and closed, in the order of {@link #open} */
    static UnitTree of(List<Unit> units) {
        var open = units.stream().filter(Unit::open).toList();
        return new UnitTree(
                units.stream().collect(toMap(Unit::id, Function.identity())),
                open,
                open.stream()
                        .filter(unit -> unit.parent() != null)
                        .collect(groupingBy(unit -> Objects.requireNonNull(unit.parent()))));
    }

    boolean knows(Collection<UnitId> all) {
        return units.keySet().containsAll(all);
    }

    Optional<Unit> find(UnitId unit) {
        return Optional.ofNullable(units.get(unit));
    }

    Optional<Unit> center() {
        return open.stream().filter(unit -> unit.tier() == Tier.CENTER).findFirst();
    }

    List<Unit> children(UnitId unit) {
        return below.getOrDefault(unit, List.of());
    }

    Optional<Unit> parent(UnitId unit) {
        return find(unit).map(Unit::parent).flatMap(this::find);
    }

    /** The unit itself first, then each one above it; empty for one that is not known. */
    List<Unit> pathUp(UnitId unit) {
        var path = new ArrayList<Unit>();
        for (var next = find(unit); next.isPresent(); next = parent(next.get().id())) {
            path.add(next.get());
        }
        return List.copyOf(path);
    }
}
