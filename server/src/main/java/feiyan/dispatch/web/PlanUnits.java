package feiyan.dispatch.web;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For which units somebody may plan: where they dispatch, and what lies directly below. */
@Component
class PlanUnits {

    private final Units units;

    PlanUnits(Units units) {
        this.units = units;
    }

    /** The highest first, each above those below it. */
    List<Unit> of(Actor actor) {
        var found = new LinkedHashMap<UnitId, Unit>();
        own(actor).forEach(unit -> {
            found.put(unit.id(), unit);
            units.children(actor.county(), unit.id()).forEach(below -> found.putIfAbsent(below.id(), below));
        });
        return List.copyOf(found.values());
    }

    /** The one asked for, else the highest of one's own; empty for whoever dispatches nowhere, or not there. */
    Optional<Unit> chosen(Actor actor, @Nullable UnitId asked) {
        return asked == null
                ? own(actor).stream().findFirst()
                : units.find(actor.county(), asked).filter(unit -> units.reaches(actor, unit.id(), Role.DISPATCHER));
    }

    Map<UnitId, String> names(CountyId county, List<UnitId> ids) {
        return units.names(county, ids);
    }

    private List<Unit> own(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.DISPATCHER)
                .map(Post::unit)
                .distinct()
                .flatMap(unit -> units.find(actor.county(), unit).stream())
                .filter(Unit::open)
                .sorted(Comparator.comparing(Unit::tier).thenComparing(Unit::name))
                .toList();
    }
}
