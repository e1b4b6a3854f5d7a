package feiyan.messages.web;

import feiyan.messages.BellRinger;
import feiyan.units.Actor;
import feiyan.web.Live;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The bell in an open page: told that its number changed, it asks for itself anew. */
@Controller
class BellLive {

    private final Live live;

    BellLive(Live live) {
        this.live = live;
    }

    /** Each reader hears of their own notices only. */
    @GetMapping(path = "/messages/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // A proxy that collects answers before it passes them on would keep the bell silent.
                .header("X-Accel-Buffering", "no")
                .body(live.open(BellRinger.bell(actor.county(), actor.person())));
    }

    @GetMapping("/messages/bell")
    String bell() {
        return "web/parts/tools :: bell";
    }
}
