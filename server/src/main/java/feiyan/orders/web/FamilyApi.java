package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.FollowRequest;
import feiyan.orders.FollowRequestId;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who follows my orders, whose I follow, and who asks whom. */
@RestController
@RequestMapping(ApiPath.V1 + "/family")
@Tag(name = "family")
@NeedsScope("orders:write")
class FamilyApi {

    private final Followers followers;
    private final Persons persons;

    FamilyApi(Followers followers, Persons persons) {
        this.followers = followers;
        this.persons = persons;
    }

    /** @param name of the other one; null where they were erased */
    record TieJson(UUID id, @Nullable String name, boolean mayOrder, Instant since, Follower.How how) {}

    record RequestJson(UUID id, @Nullable String name, String number, boolean mayOrder, Instant askedAt) {}

    record FamilyJson(
            List<TieJson> followers, List<TieJson> parents, List<RequestJson> asking, List<RequestJson> asked) {}

    @GetMapping
    @NeedsScope("orders:read")
    @Operation(
            summary = "Who follows whom",
            description = "Numbers are masked; a request that was denied looks to its asker like one unanswered.")
    FamilyJson all(Actor actor) {
        var mine = followers.followersOf(actor);
        var parents = followers.followedBy(actor);
        var asking = followers.asking(actor);
        var people = people(actor, mine, parents, asking);
        return new FamilyJson(
                mine.stream().map(tie -> json(tie, people.get(tie.follower()))).toList(),
                parents.stream().map(tie -> json(tie, people.get(tie.parent()))).toList(),
                asking.stream()
                        .map(request -> json(request, people.get(request.follower())))
                        .toList(),
                followers.asked(actor).stream()
                        .map(request -> json(request, null))
                        .toList());
    }

    private Map<PersonId, String> people(
            Actor actor, List<Follower> mine, List<Follower> parents, List<FollowRequest> asking) {
        var known = Stream.concat(
                        asking.stream().map(FollowRequest::follower),
                        Stream.concat(
                                mine.stream().map(Follower::follower),
                                parents.stream().map(Follower::parent)))
                .distinct()
                .toList();
        return persons.names(actor.county(), known);
    }

    static TieJson json(Follower tie, @Nullable String name) {
        return new TieJson(tie.id().value(), name, tie.mayOrder(), tie.allowedAt(), tie.how());
    }

    private static RequestJson json(FollowRequest request, @Nullable String name) {
        return new RequestJson(request.id().value(), name, request.number(), request.mayOrder(), request.askedAt());
    }

    record Asking(String phone, @Nullable Boolean mayOrder) {}

    record Allowing(@Nullable Boolean mayOrder) {}

    /** The same whoever has the number, and whether anybody has. */
    record Told(String what) {}

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Asks a parent",
            description = "Whoever has the number may allow it. The answer is the same whether anybody has.")
    Outcome<Told> ask(Actor actor, @RequestBody Asking said) {
        return followers.ask(actor, said.phone(), NeedJson.is(said.mayOrder())).map(asked -> new Told("asked"));
    }

    @PostMapping("/requests/{id}/permission")
    @Operation(summary = "Allows somebody to follow", description = "The parent decides whether they may order, too.")
    Outcome<Told> allow(Actor actor, @PathVariable FollowRequestId id, @RequestBody Allowing said) {
        return followers.allow(actor, id, NeedJson.is(said.mayOrder())).map(allowed -> new Told("allowed"));
    }

    @PostMapping("/requests/{id}/denial")
    @Operation(summary = "Denies it", description = "The asker is not told.")
    Outcome<Told> deny(Actor actor, @PathVariable FollowRequestId id) {
        return followers.deny(actor, id).map(denied -> new Told("denied"));
    }

    @PostMapping("/requests/{id}/withdrawal")
    @Operation(summary = "Takes a request back", description = "By its asker, while it is not allowed.")
    Outcome<Told> takeBack(Actor actor, @PathVariable FollowRequestId id) {
        return followers.takeBack(actor, id).map(taken -> new Told("taken_back"));
    }

    @PostMapping("/followers/{id}/withdrawal")
    @Operation(summary = "Ends it", description = "At once, by the parent or the follower.")
    Outcome<Told> withdraw(Actor actor, @PathVariable FollowerId id) {
        return followers.withdraw(actor, id).map(ended -> new Told("ended"));
    }
}
