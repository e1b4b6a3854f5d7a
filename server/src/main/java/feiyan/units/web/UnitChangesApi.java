package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does to the units of the own subtree. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/units/{id}")
class UnitChangesApi {

    private final UnitChanges changes;

    UnitChangesApi(UnitChanges changes) {
        this.changes = changes;
    }

    record UnitChanged(UUID unit) {

        static UnitChanged of(UnitId unit) {
            return new UnitChanged(unit.value());
        }
    }

    record UnitNamed(String name) {}

    @Operation(
            summary = "Rename a unit of one’s subtree",
            description = "By its administrator or that of a unit above.")
    @NeedsScope("units:write")
    @PostMapping("/name")
    Outcome<UnitChanged> rename(Actor actor, @PathVariable UnitId id, @RequestBody UnitNamed named) {
        return changes.rename(actor, id, named.name()).map(UnitChanged::of);
    }

    /** @param phone that residents call; none takes it away */
    record UnitPhone(@Nullable String phone) {}

    @Operation(
            summary = "Set the number that residents call, or take it away",
            description = "By its administrator or that of a unit above.")
    @NeedsScope("units:write")
    @PostMapping("/phone")
    Outcome<UnitChanged> phone(Actor actor, @PathVariable UnitId id, @RequestBody UnitPhone called) {
        var phone = called.phone();
        var set = phone == null || phone.isBlank()
                ? changes.setPhone(actor, id, null)
                : Phone.parse(phone).then(good -> changes.setPhone(actor, id, good.digits()));
        return set.map(UnitChanged::of);
    }

    @Operation(
            summary = "Open a unit directly below one of one’s subtree",
            description = "Its tier follows from the unit above it.")
    @NeedsScope("units:write")
    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<UnitChanged> open(Actor actor, @PathVariable UnitId id, @RequestBody UnitNamed named) {
        return changes.open(actor, id, NewUnit.named(named.name())).map(UnitChanged::of);
    }

    @Operation(
            summary = "Close a unit on which nothing hangs any more",
            description = "By its administrator or that of a unit above.")
    @NeedsScope("units:write")
    @PostMapping("/closure")
    Outcome<UnitChanged> close(Actor actor, @PathVariable UnitId id) {
        return changes.close(actor, id).map(UnitChanged::of);
    }
}
