package feiyan.web;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open page. A slow one holds up nobody: all it is sent goes on one thread of its own, one after the other, and
 * what is to be said twice while that thread is busy is said once.
 */
final class LiveStream {

    /** What there is to say; the first goes first. */
    enum Push {
        OPEN,
        CHANGED,
        STILL_HERE;

        private SseEventBuilder event() {
            return switch (this) {
                case OPEN -> SseEmitter.event().comment("open");
                case CHANGED -> SseEmitter.event().name("changed").data("");
                case STILL_HERE -> SseEmitter.event().comment("still here");
            };
        }
    }

    private final SseEmitter emitter;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<Push> waiting = EnumSet.noneOf(Push.class);
    private boolean sending;
    private boolean closed;

    LiveStream(SseEmitter emitter) {
        this.emitter = emitter;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Returns at once, whether the page reads or not. */
    void tell(Push push) {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            waiting.add(push);
            if (sending) {
                return;
            }
            sending = true;
        } finally {
            turn.unlock();
        }
        Thread.startVirtualThread(this::sendAll);
    }

    private void sendAll() {
        for (var push = next(); push.isPresent(); push = next()) {
            send(push.get());
        }
    }

    /** Empty where nothing is left to say: then whoever comes next begins anew. */
    private Optional<Push> next() {
        Optional<Push> first;
        boolean last;
        turn.lock();
        try {
            first = closed ? Optional.empty() : waiting.stream().findFirst();
            first.ifPresent(waiting::remove);
            sending = first.isPresent();
            last = closed;
        } finally {
            turn.unlock();
        }
        if (last) {
            emitter.complete();
        }
        return first;
    }

    /** A page that is gone is forgotten, and that is no error: it asks again when it comes back. */
    private void send(Push push) {
        try {
            emitter.send(push.event());
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    /**
     * Where something is on its way, its thread ends the stream behind it: nobody waits for a page that reads nothing.
     */
    void close() {
        boolean idle;
        turn.lock();
        try {
            idle = !sending && !closed;
            closed = true;
        } finally {
            turn.unlock();
        }
        if (idle) {
            emitter.complete();
        }
    }
}
