package feiyan.orders.web;

import feiyan.orders.DraftMedia;
import feiyan.orders.MediaId;
import feiyan.orders.Medium;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderMedia;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Photos and voice: sent as they are to an order being written, read by whoever sees the words of one. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders")
@Tag(name = "drafts")
@NeedsScope("orders:read")
class DraftMediaApi {

    private final DraftMedia drafts;
    private final OrderMedia orders;
    private final OrderBook book;

    DraftMediaApi(DraftMedia drafts, OrderMedia orders, OrderBook book) {
        this.drafts = drafts;
        this.orders = orders;
        this.book = book;
    }

    record MediumJson(UUID id, boolean photo, String type) {

        static MediumJson of(Medium medium) {
            return new MediumJson(medium.id().value(), medium.isPhoto(), medium.type());
        }
    }

    record Sent(UUID id) {}

    @PostMapping(path = "/new/{id}/photos", consumes = "image/*")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope("orders:write")
    @Operation(
            summary = "Adds a photo",
            description = "The file itself as the body. It is drawn anew: nothing but what can be seen is kept.")
    Outcome<Sent> photo(Actor actor, @PathVariable OrderId id, @RequestBody byte[] photo) {
        return drafts.addPhoto(actor, id, photo).map(MediaId::value).map(Sent::new);
    }

    @PostMapping(path = "/new/{id}/voice", consumes = "audio/*")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope("orders:write")
    @Operation(summary = "Sets the voice message", description = "The file itself as the body, in place of an earlier.")
    Outcome<Sent> voice(Actor actor, @PathVariable OrderId id, @RequestBody byte[] voice) {
        return drafts.setVoice(actor, id, voice).map(MediaId::value).map(Sent::new);
    }

    @PostMapping("/new/{id}/media/{medium}/removal")
    @NeedsScope("orders:write")
    @Operation(summary = "Takes a photo or the voice away again", description = "For good.")
    Outcome<Sent> remove(Actor actor, @PathVariable OrderId id, @PathVariable MediaId medium) {
        return drafts.remove(actor, id, medium).map(MediaId::value).map(Sent::new);
    }

    @GetMapping("/new/{id}/media")
    @Operation(summary = "What goes with an order being written", description = "For its writer alone.")
    Slice<MediumJson> ofDraft(Actor actor, @PathVariable OrderId id) {
        return Slice.all(drafts.of(actor, id).stream().map(MediumJson::of).toList());
    }

    @GetMapping("/{id}/media")
    @Operation(summary = "What goes with an order", description = "Nothing for whoever does not see the words.")
    Optional<Slice<MediumJson>> ofOrder(Actor actor, @PathVariable OrderId id) {
        return book.find(actor, id)
                .map(order -> Slice.all(
                        orders.of(actor, order).stream().map(MediumJson::of).toList()));
    }

    @GetMapping("/{id}/media/{medium}")
    @Operation(
            summary = "A photo or the voice itself",
            description = "Each view by somebody else than the requester is written into the audit.")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable OrderId id, @PathVariable MediaId medium) {
        var content =
                orders.open(actor, id, medium).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.inline()
                .filename(content.medium().fileName())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.medium().type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(content.bytes());
    }
}
