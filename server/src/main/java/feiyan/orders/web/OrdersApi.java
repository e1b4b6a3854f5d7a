package feiyan.orders.web;

import feiyan.orders.CheckInCode;
import feiyan.orders.FamilyOrders;
import feiyan.orders.MyOrders;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads orders: as the pages do, each reader what the table of who sees what grants. */
@RestController
@RequestMapping(ApiPath.V1)
@Tag(name = "orders")
@NeedsScope("orders:read")
class OrdersApi {

    private final MyOrders mine;
    private final FamilyOrders family;
    private final OrderBook book;
    private final OrderNames names;
    private final CheckInCode code;

    OrdersApi(MyOrders mine, FamilyOrders family, OrderBook book, OrderNames names, CheckInCode code) {
        this.mine = mine;
        this.family = family;
        this.book = book;
        this.names = names;
        this.code = code;
    }

    @GetMapping("/orders")
    @Operation(
            summary = "The orders that I asked for",
            description = "Those of the token's person, and those they placed as swallow volunteer; the latest first.")
    Slice<OrderLineJson> mine(Actor actor, Paging paging) {
        return lines(actor, mine.of(actor, after(paging)), MyOrders.PAGE, paging);
    }

    @GetMapping("/family/orders")
    @Operation(
            summary = "The orders of those whom I follow",
            description = "The latest first; what is confidential is not among them.")
    Slice<OrderLineJson> ofFamily(Actor actor, Paging paging) {
        return lines(actor, family.of(actor, after(paging)), FamilyOrders.PAGE, paging);
    }

    private Slice<OrderLineJson> lines(Actor actor, List<OrderLine> lines, int page, Paging paging) {
        var known = names.of(actor.county(), lines);
        return Slice.of(
                lines, page, paging, line -> Cursor.of(line.id().value()), line -> OrderLineJson.of(line, known));
    }

    static @Nullable OrderId after(Paging paging) {
        var cursor = paging.cursor();
        return cursor == null ? null : new OrderId(cursor.id(0));
    }

    @GetMapping("/orders/{id}")
    @Operation(
            summary = "One order",
            description = "As much of it as the reader may see at this stage; its version is the one that commands"
                    + " name in If-Match.")
    Optional<OrderJson> one(Actor actor, @PathVariable OrderId id) {
        return book.find(actor, id)
                .map(order ->
                        OrderJson.of(order, names.of(actor.county(), order), code.forRequester(actor.county(), order)));
    }

    @GetMapping("/orders/{id}/events")
    @Operation(
            summary = "What happened to an order",
            description = "The oldest first; a note only for whoever sees the words of the need.")
    Optional<Slice<EventJson>> events(Actor actor, @PathVariable OrderId id) {
        return book.find(actor, id).map(order -> {
            var known = names.of(actor.county(), order);
            return Slice.all(order.history().stream()
                    .map(event -> EventJson.of(event, known, order.notes().get(event.version())))
                    .toList());
        });
    }

    record Why(@Nullable String why) {}

    record ContactJson(String address, String phone) {}

    @PostMapping("/orders/{id}/contact-view")
    @NeedsScope("contacts:read")
    @DecidedAnew
    @Operation(
            summary = "Where and how to reach the recipient",
            description = "Decided at this moment and, save for the requester, written into the audit; units on the"
                    + " path give a reason. Never kept for a replay.")
    Outcome<ContactJson> contact(
            Actor actor, @PathVariable OrderId id, @RequestBody(required = false) @Nullable Why why) {
        return book.contact(actor, id, why == null ? null : why.why())
                .map(contact -> new ContactJson(contact.address(), contact.phone()));
    }
}
