package feiyan.orders.web;

import feiyan.accounts.Persons;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The station writes down what a requester allowed a child, or withdrew. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/{id}/followers")
@Tag(name = "family")
@NeedsScope("desk:write")
class FollowersApi {

    private final Followers followers;
    private final Persons persons;

    FollowersApi(Followers followers, Persons persons) {
        this.followers = followers;
        this.persons = persons;
    }

    record Noting(String name, String phone, @Nullable Boolean mayOrder, Follower.How how) {}

    @GetMapping
    @NeedsScope("desk:read")
    @Operation(
            summary = "Who follows an order's requester",
            description = "For the units that have the order; nobody for everybody else.")
    Slice<FamilyApi.TieJson> all(Actor actor, @PathVariable OrderId id) {
        var known = followers.ofRequester(actor, id);
        var names = persons.names(
                actor.county(), known.stream().map(Follower::follower).toList());
        return Slice.all(known.stream()
                .map(tie -> FamilyApi.json(tie, names.get(tie.follower())))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Notes that somebody may follow",
            description = "As the requester told the station, and how; never in favour of the station's own people.")
    Outcome<FamilyApi.Told> note(Actor actor, @PathVariable OrderId id, @RequestBody Noting said) {
        return followers
                .note(actor, id, said.name(), said.phone(), NeedJson.is(said.mayOrder()), said.how())
                .map(noted -> new FamilyApi.Told("noted"));
    }

    @PostMapping("/{follower}/withdrawal")
    @Operation(summary = "Ends it for the requester", description = "By the station, as the requester told it.")
    Outcome<FamilyApi.Told> withdraw(Actor actor, @PathVariable OrderId id, @PathVariable FollowerId follower) {
        return followers.withdraw(actor, follower, id).map(ended -> new FamilyApi.Told("ended"));
    }
}
