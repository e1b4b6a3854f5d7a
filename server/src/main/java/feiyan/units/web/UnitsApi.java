package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.UnitSetUp;
import feiyan.units.Units;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of units. Nothing in it is private: everybody of the county may know where a station is. */
@RestController
@RequestMapping(ApiPath.V1)
class UnitsApi {

    private final Units units;
    private final UnitSetUp setUp;

    UnitsApi(Units units, UnitSetUp setUp) {
        this.units = units;
        this.setUp = setUp;
    }

    /** @param parent null for the center alone */
    record UnitLine(
            UUID id,
            Tier tier,
            String name,
            @Nullable UUID parent,
            @Nullable String areaCode,
            @Nullable String phone,
            boolean open) {

        static UnitLine of(Unit unit) {
            var parent = unit.parent();
            return new UnitLine(
                    unit.id().value(),
                    unit.tier(),
                    unit.name(),
                    parent == null ? null : parent.value(),
                    unit.areaCode(),
                    unit.phone(),
                    unit.open());
        }
    }

    @Operation(
            summary = "The open units of the county, the higher tiers first, or those whose name has these words in it",
            description = "Where a station is and how to call it, everybody of the county may know.")
    @NeedsScope("units:read")
    @GetMapping("/units")
    Slice<UnitLine> tree(Actor actor, @RequestParam(defaultValue = "") String words, Paging paging) {
        var found = words.isBlank() ? units.all(actor.county()) : units.search(actor.county(), words);
        return slice(found, paging);
    }

    /** The tree is read whole, some hundreds of rows, and handed out by parts. */
    private static Slice<UnitLine> slice(List<Unit> units, Paging paging) {
        return Parts.of(units, paging, unit -> unit.id().value(), UnitLine::of);
    }

    @Operation(
            summary = "One unit, also when it is closed",
            description = "Where a station is and how to call it, everybody of the county may know.")
    @NeedsScope("units:read")
    @GetMapping("/units/{id}")
    Optional<UnitLine> show(Actor actor, @PathVariable UnitId id) {
        return units.find(actor.county(), id).map(UnitLine::of);
    }

    @Operation(
            summary = "The open units directly below one, as the division code orders them",
            description = "Those without an area come last.")
    @NeedsScope("units:read")
    @GetMapping("/units/{id}/units")
    Slice<UnitLine> below(Actor actor, @PathVariable UnitId id, Paging paging) {
        return slice(units.children(actor.county(), id), paging);
    }

    record UnitsAdded(int institutes, int stations) {}

    @Operation(
            summary = "Make the units that the county’s areas ask for and that are missing",
            description = "For the administrators of the center: an institute for each township, a station for "
                    + "each village. A second run adds only what is missing.")
    @NeedsScope("units:write")
    @PostMapping("/admin/units/set-up")
    Outcome<UnitsAdded> fromAreas(Actor actor) {
        return setUp.fromAreas(actor).map(added -> new UnitsAdded(added.institutes(), added.stations()));
    }
}
