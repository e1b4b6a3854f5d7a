package feiyan.orders.web;

import feiyan.orders.DayPart;
import feiyan.orders.GroupBook;
import feiyan.orders.GroupChild;
import feiyan.orders.Merging;
import feiyan.orders.OpenGroup;
import feiyan.orders.OrderId;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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

/** Like needs served together. */
@RestController
@RequestMapping(ApiPath.V1 + "/groups")
@Tag(name = "desk")
@NeedsScope("desk:read")
class GroupsApi {

    private final GroupBook book;
    private final Merging merging;
    private final OrderNow.After now;

    GroupsApi(GroupBook book, Merging merging, OrderNow.After now) {
        this.book = book;
        this.merging = merging;
        this.now = now;
    }

    record GroupJson(
            UUID id,
            String number,
            State state,
            UUID project,
            UUID unit,
            SlotJson window,
            @Nullable SlotJson agreed,
            @Nullable DayPart part,
            int children) {

        static GroupJson of(OpenGroup group) {
            return new GroupJson(
                    group.id().value(),
                    group.number(),
                    group.state(),
                    group.project().value(),
                    group.unit().value(),
                    SlotJson.of(group.window()),
                    Optional.ofNullable(group.agreed()).map(SlotJson::of).orElse(null),
                    group.part(),
                    group.children());
        }
    }

    record ChildJson(
            UUID id,
            int version,
            String number,
            State state,
            UUID station,
            SlotJson window,
            int minutes,
            @Nullable DayPart part,
            String recipient) {

        static ChildJson of(GroupChild child) {
            return new ChildJson(
                    child.id().value(),
                    child.version(),
                    child.number(),
                    child.state(),
                    child.station().value(),
                    SlotJson.of(child.window()),
                    child.minutes(),
                    child.part(),
                    child.recipient());
        }
    }

    record WholeGroupJson(GroupJson group, List<ChildJson> orders) {}

    @GetMapping
    @Operation(
            summary = "Groups that can take somebody in",
            description = "Those of the subtree, the next to take place first.")
    Slice<GroupJson> open(Actor actor) {
        return Slice.all(book.open(actor).stream().map(GroupJson::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One group and its orders", description = "For the units that have it on their desks.")
    Optional<WholeGroupJson> one(Actor actor, @PathVariable OrderId id) {
        return book.find(actor, id)
                .map(group -> new WholeGroupJson(
                        GroupJson.of(group),
                        book.children(actor, id).stream().map(ChildJson::of).toList()));
    }

    record Seen(UUID id, int version) {}

    record Together(List<Seen> orders, @Nullable UUID group) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope("desk:write")
    @Operation(
            summary = "Puts orders together",
            description = "Into a new group at a time that suits all of them, or into one that is open: all or none."
                    + " Each order names the version that was seen.")
    Outcome<OrderNow> merge(Actor actor, @RequestBody Together said) {
        var seen = new HashMap<OrderId, Integer>();
        said.orders().forEach(order -> seen.put(new OrderId(order.id()), order.version()));
        var group = said.group() == null
                ? merging.together(actor, seen)
                : merging.into(actor, new OrderId(said.group()), seen);
        return now.of(actor.county(), group);
    }
}
