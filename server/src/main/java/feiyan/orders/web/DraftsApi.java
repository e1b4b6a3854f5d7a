package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.Draft;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.Likely;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An order written in steps, as on the page: the way for photos and a voice message. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/new")
@Tag(name = "drafts")
@NeedsScope("orders:write")
class DraftsApi {

    private final Drafts drafts;
    private final OrderFormReader reader;
    private final SentMedia sent;
    private final Hearing hearing;
    private final Likely likely;
    private final OrderNow.After now;

    DraftsApi(
            Drafts drafts, OrderFormReader reader, SentMedia sent, Hearing hearing, Likely likely, OrderNow.After now) {
        this.drafts = drafts;
        this.reader = reader;
        this.sent = sent;
        this.hearing = hearing;
        this.likely = likely;
        this.now = now;
    }

    /** Its own words are its writer's to read, on the read alone. */
    record DraftNow(UUID id, int version) {

        static DraftNow of(Draft draft) {
            return new DraftNow(draft.id().value(), draft.version());
        }
    }

    record Beginning(@Nullable Boolean forOther, @Nullable UUID instead) {}

    record What(
            @Nullable String need,
            @Nullable UUID project,
            @Nullable Boolean calm) {}

    record Where(
            UUID station,
            String address,
            String recipient,
            String phone,
            String day,
            @Nullable String part,
            @Nullable Boolean urgent,
            @Nullable String named) {}

    record DraftJson(
            UUID id,
            int version,
            boolean forOther,
            What what,
            @Nullable Where where) implements Versioned {}

    record Sending(@Nullable Boolean another) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begins an order",
            description = "A person has one at a time; instead names the one that is thrown away for it.")
    Outcome<DraftNow> begin(Actor actor, @RequestBody Beginning said) {
        var known = DraftText.begun(NeedJson.is(said.forOther()), DraftText.Where.NOTHING);
        var instead = said.instead() == null ? null : new OrderId(said.instead());
        return drafts.begin(actor, known, instead).map(DraftNow::of);
    }

    @GetMapping("/{id}")
    @NeedsScope("orders:read")
    @Operation(summary = "What is written so far", description = "For its writer alone.")
    Optional<DraftJson> one(Actor actor, @PathVariable OrderId id) {
        return drafts.find(actor, id).map(DraftsApi::json);
    }

    private static DraftJson json(Draft draft) {
        var what = draft.text().what();
        var where = draft.text().where();
        return new DraftJson(
                draft.id().value(),
                draft.version(),
                draft.text().forOther(),
                new What(
                        what.need(),
                        what.project() == null ? null : what.project().value(),
                        what.calm()),
                where.station() == null
                        ? null
                        : new Where(
                                where.station().value(),
                                where.address(),
                                where.recipient(),
                                where.phone(),
                                where.day(),
                                where.part(),
                                where.urgent(),
                                where.namedTyped()));
    }

    @PostMapping("/{id}/what")
    @Operation(summary = "Says what is needed", description = "In words, from the menu, or only by voice.")
    Outcome<DraftNow> what(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody What said) {
        return written(actor, id, version, Draft.Sheet.WHAT, text -> {
            var what = text.what().saying(said.need(), said.project() == null ? null : new ProjectId(said.project()));
            var taken = said.project() == null ? what.takenAsSaid() : what;
            return text.with(NeedJson.is(said.calm()) ? taken.calmed() : taken);
        });
    }

    @PostMapping("/{id}/where")
    @Operation(
            summary = "Says where, when and for whom",
            description = "The day is a date, or the first and the last with a slash between them.")
    Outcome<DraftNow> where(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody Where said) {
        return written(
                actor,
                id,
                version,
                Draft.Sheet.WHERE,
                text -> text.with(new DraftText.Where(
                        new UnitId(said.station()),
                        said.address(),
                        said.recipient(),
                        said.phone(),
                        said.day(),
                        Objects.requireNonNullElse(said.part(), "ANY"),
                        NeedJson.is(said.urgent()),
                        null,
                        Objects.requireNonNullElse(said.named(), ""))));
    }

    private Outcome<DraftNow> written(
            Actor actor, OrderId id, int seen, Draft.Sheet sheet, UnaryOperator<DraftText> said) {
        return drafts.keep(actor, id, new Draft.Leaf(sheet, seen, Ids.next()), said)
                .map(DraftNow::of);
    }

    @PostMapping("/{id}/discarding")
    @Operation(summary = "Throws it away", description = "With its photos and its voice message, for good.")
    Outcome<Gone> discard(Actor actor, @PathVariable OrderId id) {
        return drafts.discard(actor, id).map(OrderId::value).map(Gone::new);
    }

    record Gone(UUID id) {}

    @PostMapping("/{id}/sending")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sends it",
            description = "The very version that was read; it becomes an order under the same id.")
    Outcome<OrderNow> send(
            Actor actor,
            @PathVariable OrderId id,
            @IfMatch int version,
            @RequestBody(required = false) @Nullable Sending said) {
        boolean another = said != null && NeedJson.is(said.another());
        return now.of(actor.county(), drafts.send(actor, id, version, text -> ready(actor, id, text, another)));
    }

    private Outcome<Drafts.Ready> ready(Actor actor, OrderId id, DraftText text, boolean another) {
        var heard = hearing.hear(actor.county(), text.what().need());
        if (heard.isDanger() && !text.what().calm()) {
            return Outcome.refused("order.emergency", heard.numbers().getFirst());
        }
        var project = text.what().project();
        boolean asked = project != null
                && !likely.asked(actor, project, text.where().phone()).isEmpty();
        return asked && !another ? Outcome.refused("draft.likely") : reader.read(actor, text, sent.isSpoken(actor, id));
    }
}
