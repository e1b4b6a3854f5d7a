package feiyan.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows each county's outbox on this instance, for the listeners of this instance. */
@Component
class OutboxFollower {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxFollower.class);
    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final Tenants tenants;
    private final List<OutboxListener> listeners;
    private final Map<CountyId, OutboxCursor> cursors = new HashMap<>();
    private boolean started;

    OutboxFollower(Outbox outbox, Tenants tenants, List<OutboxListener> listeners) {
        this.outbox = outbox;
        this.tenants = tenants;
        this.listeners = listeners;
    }

    @Scheduled(fixedDelayString = "${feiyan.outbox.every:500ms}")
    synchronized void catchUp() {
        if (!listeners.isEmpty()) {
            tenants.all().forEach(this::catchUp);
            started = true;
        }
    }

    private void catchUp(CountyId county) {
        var cursor = cursors.computeIfAbsent(county, this::start);
        var page = outbox.after(cursor, AT_ONCE);
        while (!page.rows().isEmpty()) {
            page.rows().forEach(this::tell);
            cursors.put(county, page.next());
            page = outbox.after(page.next(), AT_ONCE);
        }
    }

    /** What was there before this instance is in its index already; a county founded since is followed whole. */
    private OutboxCursor start(CountyId county) {
        return started ? OutboxCursor.beginning(county) : outbox.end(county);
    }

    /** One listener's mistake is its own: it neither stops the others nor holds up what comes after. */
    private void tell(OutboxRow row) {
        for (var listener : listeners) {
            try {
                listener.told(row);
            } catch (RuntimeException failure) {
                LOG.error("{} failed on {}", listener.getClass().getSimpleName(), row, failure);
            }
        }
    }
}
