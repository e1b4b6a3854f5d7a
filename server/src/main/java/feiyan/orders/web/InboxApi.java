package feiyan.orders.web;

import feiyan.orders.DeskFacts;
import feiyan.orders.DeskFacts.DeskFact;
import feiyan.orders.Inbox;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.orders.Pile;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of a station, an institute or the center. */
@RestController
@RequestMapping(ApiPath.V1 + "/inbox")
@Tag(name = "desk")
@NeedsScope("desk:read")
class InboxApi {

    private final Inbox inbox;
    private final DeskFacts facts;
    private final OrderNames names;

    InboxApi(Inbox inbox, DeskFacts facts, OrderNames names) {
        this.inbox = inbox;
        this.facts = facts;
        this.names = names;
    }

    record DeskLineJson(OrderLineJson order, @Nullable Integer version, boolean mergeable, int alike) {}

    record PileJson(Pile pile, int all, int overdue) {}

    record PilesJson(List<PileJson> piles, int hidden) {}

    @GetMapping
    @Operation(
            summary = "One pile of the desk",
            description = "The orders that stand in the subtree of the person's posts, the most pressing first.")
    Slice<DeskLineJson> pile(Actor actor, @RequestParam(defaultValue = "REVIEW") Pile pile, Paging paging) {
        var lines = inbox.pile(actor, pile, after(paging));
        var known = names.of(actor.county(), lines);
        var beside = facts.of(actor, lines.stream().map(OrderLine::id).toList());
        return Slice.of(lines, Inbox.PAGE, paging, InboxApi::cursor, line -> json(line, known, beside));
    }

    private static Inbox.@Nullable After after(Paging paging) {
        var cursor = paging.cursor();
        return cursor == null ? null : new Inbox.After(cursor.instant(0), new OrderId(cursor.id(1)));
    }

    private static String cursor(OrderLine last) {
        return Cursor.of(last.due(), last.id().value());
    }

    private static DeskLineJson json(OrderLine line, OrderNames.Names known, Map<OrderId, DeskFact> beside) {
        var fact = beside.get(line.id());
        var order = OrderLineJson.of(line, known);
        return fact == null
                ? new DeskLineJson(order, null, false, 0)
                : new DeskLineJson(order, fact.version(), fact.mergeable(), fact.alike());
    }

    @GetMapping("/piles")
    @Operation(
            summary = "How many lie on each pile",
            description = "And how many confidential ones there are further down that the reader cannot see.")
    PilesJson piles(Actor actor) {
        var counts = inbox.counts(actor);
        return new PilesJson(
                counts.entrySet().stream()
                        .map(pile -> new PileJson(
                                pile.getKey(),
                                pile.getValue().all(),
                                pile.getValue().overdue()))
                        .toList(),
                inbox.hidden(actor));
    }
}
