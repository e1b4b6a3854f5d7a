package feiyan.web;

import feiyan.platform.Closing;
import feiyan.platform.CountyId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that stay true while they are open. A push says that something changed and nothing else; the page then asks for
 * its piece anew, and the query decides what the reader may see. So a push can neither leak nor be too much: those that
 * come while one is on its way are that one.
 */
@Component
public class Live {

    /** Then the browser connects anew, and signs in anew where the session is over. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Streams of one topic on this instance; a page beyond that is as true as its last load. */
    private static final int MOST = 1000;

    private final Closing closing;
    private final Map<Topic, Set<LiveStream>> streams = new ConcurrentHashMap<>();

    Live(Closing closing) {
        this.closing = closing;
    }

    /**
     * What a page listens to.
     *
     * @param name as {@code bell/<person>}; whoever opens a stream has judged that the reader may know of changes there
     */
    public record Topic(CountyId county, String name) {}

    /** A stream of events {@code changed} for a page; answer the request with it. */
    public SseEmitter open(Topic topic) {
        var stream = new LiveStream(new SseEmitter(LONGEST.toMillis()));
        stream.emitter().onCompletion(() -> forget(topic, stream));
        stream.emitter().onTimeout(stream::close);
        stream.emitter().onError(broken -> forget(topic, stream));
        if (!remember(topic, stream)) {
            stream.close();
            return stream.emitter();
        }
        stream.tell(LiveStream.Push.OPEN);
        return stream.emitter();
    }

    /** A server that closes ends each stream as it begins: the page comes again in a moment, to another server. */
    private boolean remember(Topic topic, LiveStream stream) {
        return !closing.begun()
                && streams.compute(topic, (same, known) -> {
                            var all = known == null ? ConcurrentHashMap.<LiveStream>newKeySet() : known;
                            if (all.size() < MOST) {
                                all.add(stream);
                            }
                            return all;
                        })
                        .contains(stream);
    }

    private void forget(Topic topic, LiveStream stream) {
        streams.computeIfPresent(topic, (same, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    /** Tells all open pages of this instance; returns at once. */
    public void changed(Topic topic) {
        streams.getOrDefault(topic, Set.of()).forEach(stream -> stream.tell(LiveStream.Push.CHANGED));
    }

    /** Keeps proxies from closing a quiet stream, and finds the pages that were left. */
    @Scheduled(fixedDelayString = "PT20S")
    void stayOpen() {
        streams.values().forEach(all -> all.forEach(stream -> stream.tell(LiveStream.Push.STILL_HERE)));
    }

    /** Before the server waits for open requests to end: these would not. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void close() {
        if (closing.begun()) {
            streams.values().forEach(all -> all.forEach(LiveStream::close));
        }
    }
}
