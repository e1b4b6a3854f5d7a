package feiyan.bench.pages;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** What one page fetches, as the browser itself counts it: bytes as they came, and nothing for what it had kept. */
final class Traffic implements Consumer<JsonNode> {

    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private final String session;
    private final LongSupplier nanos;
    private final Set<String> open = new HashSet<>();
    private final Set<String> photos = new HashSet<>();
    private int requests;
    private long bytes;
    private long photoBytes;
    private boolean loaded;
    private long last;

    Traffic(String session, LongSupplier nanos) {
        this.session = session;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    @Override
    public synchronized void accept(JsonNode event) {
        if (!event.path("sessionId").asString("").equals(session)) {
            return;
        }
        var details = event.path("params");
        var request = details.path("requestId").asString("");
        switch (event.path("method").asString("")) {
            case "Network.requestWillBeSent" -> sent(request, details);
            case "Network.loadingFinished" ->
                ended(request, details.path("encodedDataLength").asLong(0));
            case "Network.loadingFailed" -> ended(request, 0);
            case "Page.loadEventFired" -> loaded = true;
            default -> {
                return;
            }
        }
        last = nanos.getAsLong();
    }

    /** A live page's line stays open for good. */
    private void sent(String request, JsonNode details) {
        if (!details.path("type").asString("").equals("EventSource")) {
            open.add(request);
        }
        if (details.path("request").path("url").asString("").contains("/media/")) {
            photos.add(request);
        }
    }

    private void ended(String request, long encoded) {
        if (open.remove(request) && encoded > 0) {
            requests++;
            bytes += photos.contains(request) ? 0 : encoded;
            photoBytes += photos.contains(request) ? encoded : 0;
        }
    }

    synchronized boolean isQuiet() {
        return loaded && open.isEmpty() && nanos.getAsLong() - last > QUIET_NANOS;
    }

    synchronized Visit visit(long firstPaintMillis) {
        return new Visit(requests, bytes, photoBytes, firstPaintMillis);
    }
}
