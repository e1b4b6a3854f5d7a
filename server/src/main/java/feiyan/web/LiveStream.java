package feiyan.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open page. A slow one holds up nobody: each push goes on a thread of its own, and never two at once. */
record LiveStream(SseEmitter emitter, AtomicBoolean onItsWay) {

    LiveStream(SseEmitter emitter) {
        this(emitter, new AtomicBoolean());
    }

    void tell(String event) {
        if (onItsWay.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                onItsWay.set(false);
                send(SseEmitter.event().name(event).data(""));
            });
        }
    }

    /** A page that is gone is forgotten, and that is no error: it asks again when it comes back. */
    void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    void close() {
        emitter.complete();
    }
}
