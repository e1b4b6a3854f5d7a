package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.plan.PlanGap;
import feiyan.platform.CountyId;
import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts open seats together by skill and township, the most first: one course for three villages, not three notes. */
@Component
class GapGroups {

    private final Units units;

    GapGroups(Units units) {
        this.units = units;
    }

    private record Key(String skill, UnitId area) {}

    List<GapGroup> of(CountyId county, List<GapGroup.Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var all = new HashMap<UnitId, Unit>();
        units.all(county).forEach(unit -> all.put(unit.id(), unit));
        return lines.stream()
                .collect(Collectors.groupingBy(line ->
                        new Key(line.gap().skill(), area(all, line.order().station()))))
                .entrySet()
                .stream()
                .map(group -> group(group.getKey(), group.getValue(), all))
                .sorted(Comparator.comparingInt(GapGroup::seats)
                        .reversed()
                        .thenComparing(GapGroup::skill)
                        .thenComparing(GapGroup::areaName))
                .toList();
    }

    private static GapGroup group(Key key, List<GapGroup.Line> lines, Map<UnitId, Unit> units) {
        var gaps = lines.stream().map(GapGroup.Line::gap).toList();
        var area = units.get(key.area());
        return new GapGroup(
                key.skill(),
                key.area(),
                area == null ? lines.getFirst().village() : area.name(),
                gaps.stream().mapToInt(PlanGap::seats).sum(),
                gaps.stream().mapToInt(PlanGap::unfillable).sum(),
                gaps.stream().mapToInt(PlanGap::skilled).max().orElse(0),
                most(gaps),
                lines);
    }

    private static Map<Obstacle, Integer> most(List<PlanGap> gaps) {
        var most = new EnumMap<Obstacle, Integer>(Obstacle.class);
        gaps.forEach(gap -> gap.against().forEach((obstacle, count) -> most.merge(obstacle, count, Math::max)));
        return most;
    }

    /** The institute above a station; the station itself where there is none. */
    private static UnitId area(Map<UnitId, Unit> units, UnitId station) {
        var unit = units.get(station);
        while (unit != null && unit.tier() != Tier.INSTITUTE && unit.parent() != null) {
            unit = units.get(Objects.requireNonNull(unit.parent()));
        }
        return unit == null || unit.tier() != Tier.INSTITUTE ? station : unit.id();
    }
}
