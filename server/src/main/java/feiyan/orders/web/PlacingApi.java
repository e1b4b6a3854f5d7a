package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.orders.Likely;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Places an order in one request: the person's own, or a parent's who allowed it. */
@RestController
@RequestMapping(ApiPath.V1)
@Tag(name = "orders")
@NeedsScope("orders:write")
class PlacingApi {

    private final Orders orders;
    private final OrderNow.After now;
    private final NeedReader reader;
    private final Hearing hearing;
    private final Likely likely;
    private final Followers followers;
    private final Homes homes;

    PlacingApi(
            Orders orders,
            OrderNow.After now,
            NeedReader reader,
            Hearing hearing,
            Likely likely,
            Followers followers,
            Homes homes) {
        this.orders = orders;
        this.now = now;
        this.reader = reader;
        this.hearing = hearing;
        this.likely = likely;
        this.followers = followers;
        this.homes = homes;
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Places an order",
            description = "For the token's person or somebody whom they name as recipient. An id made by the client"
                    + " serves as the key: sent twice, it is placed once.")
    Outcome<OrderNow> place(Actor actor, @RequestBody NeedJson said) {
        var need = reader.read(actor, actor.person(), said);
        var placed = heard(said)
                .then(calm -> asked(actor, said))
                .then(fresh -> orders.place(actor, id(said), need))
                .map(order -> {
                    settle(actor, said);
                    return order;
                });
        return now.of(actor.county(), placed);
    }

    @PostMapping("/family/{id}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Places an order for a parent",
            description = "By a child whom the parent allowed to order on their behalf; it becomes the parent's order.")
    Outcome<OrderNow> forParent(Actor actor, @PathVariable FollowerId id, @RequestBody NeedJson said) {
        var parent = followers.followedBy(actor).stream()
                .filter(tie -> tie.id().equals(id) && tie.mayOrder())
                .map(Follower::parent)
                .findFirst();
        if (parent.isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        var need = reader.read(actor, parent.get(), said);
        return now.of(actor.county(), heard(said).then(calm -> orders.place(actor, id(said), need)));
    }

    private static OrderId id(NeedJson said) {
        return new OrderId(Objects.requireNonNullElseGet(said.id(), Ids::next));
    }

    /** Words that sound like an emergency are answered with the number to call before anything else. */
    private Outcome<Boolean> heard(NeedJson said) {
        var numbers = NeedJson.is(said.calm()) ? List.<String>of() : hearing.danger(said.words());
        return numbers.isEmpty() ? Outcome.done(true) : Outcome.refused("order.emergency", numbers.getFirst());
    }

    private Outcome<Boolean> asked(Actor actor, NeedJson said) {
        return said.project() == null
                        || NeedJson.is(said.another())
                        || likely.asked(actor, new ProjectId(said.project()), said.phone())
                                .isEmpty()
                ? Outcome.done(true)
                : Outcome.refused("draft.likely");
    }

    private void settle(Actor actor, NeedJson said) {
        if (!NeedJson.is(said.forOther())) {
            homes.settle(actor.county(), actor.person(), new UnitId(said.station()));
        }
    }
}
