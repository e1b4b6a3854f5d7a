package feiyan.orders.web;

import feiyan.orders.DraftMedia;
import feiyan.orders.MediaId;
import feiyan.orders.Medium;
import feiyan.orders.OrderId;
import feiyan.orders.OrderMedia;
import feiyan.units.Actor;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The photos and the voice themselves; a stranger's are not there. */
@Controller
class MediaPages {

    private final OrderMedia ofOrders;
    private final DraftMedia ofDrafts;

    MediaPages(OrderMedia ofOrders, DraftMedia ofDrafts) {
        this.ofOrders = ofOrders;
        this.ofDrafts = ofDrafts;
    }

    @GetMapping("/orders/{id}/media/{media}")
    ResponseEntity<Resource> ofOrder(Actor actor, @PathVariable OrderId id, @PathVariable MediaId media) {
        return shown(ofOrders.open(actor, id, media));
    }

    @GetMapping("/orders/new/{id}/media/{media}")
    ResponseEntity<Resource> ofDraft(Actor actor, @PathVariable OrderId id, @PathVariable MediaId media) {
        return shown(ofDrafts.open(actor, id, media));
    }

    /** Neither kept by any cache nor taken for another type than it is. */
    private static ResponseEntity<Resource> shown(Optional<Medium.Content> found) {
        var content = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var medium = content.medium();
        var name = ContentDisposition.inline().filename(medium.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(medium.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new ByteArrayResource(content.bytes()));
    }
}
