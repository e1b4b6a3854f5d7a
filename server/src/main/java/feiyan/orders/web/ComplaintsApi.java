package feiyan.orders.web;

import feiyan.orders.Complaint;
import feiyan.orders.ComplaintBook;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Complaints: begun by a requester, answered by those above the unit that they are about. */
@RestController
@RequestMapping(ApiPath.V1)
@Tag(name = "complaints")
@NeedsScope("orders:write")
class ComplaintsApi {

    private final Complaints complaints;
    private final ComplaintBook book;

    ComplaintsApi(Complaints complaints, ComplaintBook book) {
        this.complaints = complaints;
        this.book = book;
    }

    record ComplaintNow(UUID id, @Nullable Integer version) {}

    @PostMapping("/orders/{id}/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Complains about an order",
            description = "At any stage; the unit above the one that handled it answers.")
    Outcome<ComplaintNow> open(Actor actor, @PathVariable OrderId id, @RequestBody WordsJson said) {
        return now(actor, complaints.open(actor, id, said.words()));
    }

    @GetMapping("/complaints")
    @NeedsScope("desk:read")
    @Operation(
            summary = "Complaints that wait for the reader's answer",
            description = "The most pressing first; those about the reader's own unit are never among them.")
    Slice<ComplaintJson> waiting(Actor actor, Paging paging) {
        var cursor = paging.cursor();
        var rows = cursor == null
                ? book.waiting(actor, null, null)
                : book.waiting(actor, cursor.instant(0), new ComplaintId(cursor.id(1)));
        return Slice.of(
                rows,
                ComplaintBook.PAGE,
                paging,
                last -> Cursor.of(last.due(), last.id().value()),
                ComplaintJson::of);
    }

    @GetMapping("/complaints/all")
    @NeedsScope("desk:read")
    @Operation(summary = "All complaints that the reader may read as staff", description = "The latest first.")
    Slice<ComplaintJson> all(Actor actor, Paging paging) {
        var cursor = paging.cursor();
        var rows = book.all(actor, cursor == null ? null : new ComplaintId(cursor.id(0)));
        return Slice.of(
                rows, ComplaintBook.PAGE, paging, last -> Cursor.of(last.id().value()), ComplaintJson::of);
    }

    @GetMapping("/complaints/{id}")
    @NeedsScope("orders:read")
    @Operation(
            summary = "One complaint",
            description = "With what was said, for who complained and for those above the unit.")
    Optional<ComplaintJson> one(Actor actor, @PathVariable ComplaintId id) {
        return book.find(actor, id).map(ComplaintJson::of);
    }

    @PostMapping("/complaints/{id}/acceptance")
    @Operation(summary = "Is content with the answer", description = "By who complained.")
    Outcome<ComplaintNow> accept(Actor actor, @PathVariable ComplaintId id, @IfMatch int version) {
        return now(actor, complaints.accept(actor, id, version));
    }

    @PostMapping("/complaints/{id}/escalation")
    @Operation(
            summary = "Takes it one tier further up",
            description = "After an answer saying why, after silence beyond the time to answer without a word.")
    Outcome<ComplaintNow> raise(
            Actor actor,
            @PathVariable ComplaintId id,
            @IfMatch int version,
            @RequestBody(required = false) @Nullable RemarkJson said) {
        var words = RemarkJson.of(said);
        return now(actor, complaints.raise(actor, id, version, words == null ? "" : words));
    }

    @PostMapping("/complaints/{id}/answer")
    @NeedsScope("desk:write")
    @Operation(summary = "Answers it", description = "The first time the requester can still raise it.")
    Outcome<ComplaintNow> answer(
            Actor actor, @PathVariable ComplaintId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now(actor, complaints.answer(actor, id, version, said.words()));
    }

    @PostMapping("/complaints/{id}/upheld-appeal")
    @NeedsScope("desk:write")
    @Operation(
            summary = "Upholds an appeal against a refusal",
            description = "The unit that answers takes the order in hand itself.")
    Outcome<ComplaintNow> uphold(
            Actor actor, @PathVariable ComplaintId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now(actor, complaints.uphold(actor, id, version, said.words()));
    }

    private Outcome<ComplaintNow> now(Actor actor, Outcome<ComplaintId> command) {
        return command.map(id -> new ComplaintNow(
                id.value(), book.find(actor, id).map(Complaint::version).orElse(null)));
    }
}
