package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
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
@RequestMapping("/api/v1/admin/units/{id}")
class UnitChangesApi {

    private final UnitChanges changes;

    UnitChangesApi(UnitChanges changes) {
        this.changes = changes;
    }

    record Changed(UUID unit) {

        static Changed of(UnitId unit) {
            return new Changed(unit.value());
        }
    }

    record Named(String name) {}

    @Operation(summary = "Rename a unit of one’s subtree")
    @NeedsScope("units:write")
    @PostMapping("/name")
    Outcome<Changed> rename(Actor actor, @PathVariable UnitId id, @RequestBody Named named) {
        return changes.rename(actor, id, named.name()).map(Changed::of);
    }

    /** @param phone that residents call; none takes it away */
    record Called(@Nullable String phone) {}

    @Operation(summary = "Set the number that residents call, or take it away")
    @NeedsScope("units:write")
    @PostMapping("/phone")
    Outcome<Changed> phone(Actor actor, @PathVariable UnitId id, @RequestBody Called called) {
        var phone = called.phone();
        var set = phone == null || phone.isBlank()
                ? changes.setPhone(actor, id, null)
                : Phone.parse(phone).then(good -> changes.setPhone(actor, id, good.digits()));
        return set.map(Changed::of);
    }

    @Operation(summary = "Open a unit directly below one of one’s subtree")
    @NeedsScope("units:write")
    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<Changed> open(Actor actor, @PathVariable UnitId id, @RequestBody Named named) {
        return changes.open(actor, id, NewUnit.named(named.name())).map(Changed::of);
    }

    @Operation(summary = "Close a unit on which nothing hangs any more")
    @NeedsScope("units:write")
    @PostMapping("/closure")
    Outcome<Changed> close(Actor actor, @PathVariable UnitId id) {
        return changes.close(actor, id).map(Changed::of);
    }
}
