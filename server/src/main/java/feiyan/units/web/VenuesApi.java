package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Venue;
import feiyan.units.Venue.VenueId;
import feiyan.units.Venues;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The venues of a unit: for everybody to find, for its administrator to change. */
@RestController
@RequestMapping(ApiPath.V1)
class VenuesApi {

    private final Venues venues;

    VenuesApi(Venues venues) {
        this.venues = venues;
    }

    record VenueLine(
            UUID id,
            Venue.Kind kind,
            String name,
            List<String> facilities,
            @Nullable String openingHours) {

        static VenueLine of(Venue venue) {
            return new VenueLine(
                    venue.id().value(), venue.kind(), venue.name(), venue.facilities(), venue.openingHours());
        }
    }

    @Operation(
            summary = "The venues of a unit, in the order in which they were added",
            description = "Everybody of the county may know them.")
    @NeedsScope("units:read")
    @GetMapping("/units/{id}/venues")
    Slice<VenueLine> list(Actor actor, @PathVariable UnitId id, Paging paging) {
        var all = venues.of(actor.county(), id);
        return Parts.of(all, paging, venue -> venue.id().value(), VenueLine::of);
    }

    record NewVenue(
            String name,
            Venue.Kind kind,
            @Nullable List<String> facilities,
            @Nullable String openingHours) {

        List<String> has() {
            return facilities == null
                    ? List.of()
                    : facilities.stream()
                            .map(String::strip)
                            .filter(one -> !one.isEmpty())
                            .toList();
        }

        @Nullable
        String opens() {
            return openingHours == null || openingHours.isBlank() ? null : openingHours.strip();
        }
    }

    record VenueAdded(UUID venue) {}

    @Operation(
            summary = "Add a venue to a unit of one’s subtree",
            description = "By its administrator or that of a unit above.")
    @NeedsScope("units:write")
    @PostMapping("/admin/units/{id}/venues")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<VenueAdded> add(Actor actor, @PathVariable UnitId id, @RequestBody NewVenue venue) {
        return venues.add(actor, id, venue.kind(), venue.name(), venue.has(), venue.opens())
                .map(added -> new VenueAdded(added.value()));
    }

    @Operation(
            summary = "Remove a venue from a unit of one’s subtree",
            description = "By its administrator or that of a unit above.")
    @NeedsScope("units:write")
    @PostMapping("/admin/units/{id}/venues/{venue}/removal")
    Outcome<UnitChangesApi.UnitChanged> remove(Actor actor, @PathVariable UnitId id, @PathVariable VenueId venue) {
        return venues.remove(actor, id, venue).map(UnitChangesApi.UnitChanged::of);
    }
}
