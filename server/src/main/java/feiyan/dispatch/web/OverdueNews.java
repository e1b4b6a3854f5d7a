package feiyan.dispatch.web;

import feiyan.platform.CountyId;
import feiyan.platform.OutboxListener;
import feiyan.platform.OutboxRow;
import feiyan.web.Live;
import feiyan.web.Live.Topic;
import org.springframework.stereotype.Component;

/**
 * Tells the open boards of this instance that an order, an offer or a seat of their county has changed. That one has
 * says nothing of which; each board asks anew, and its query decides what the reader sees.
 */
@Component
class OverdueNews implements OutboxListener {

    private final Live live;

    OverdueNews(Live live) {
        this.live = live;
    }

    static Topic topic(CountyId county) {
        return new Topic(county, "overdue");
    }

    @Override
    public void told(OutboxRow row) {
        var kind = row.kind();
        if (kind.startsWith("order.") || kind.startsWith("offer.") || kind.startsWith("seat.")) {
            live.changed(topic(row.county()));
        }
    }
}
