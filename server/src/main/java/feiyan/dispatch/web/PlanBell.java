package feiyan.dispatch.web;

import feiyan.dispatch.plan.PlanNews;
import feiyan.platform.CountyId;
import feiyan.platform.OutboxListener;
import feiyan.platform.OutboxRow;
import feiyan.web.Live;
import feiyan.web.Live.Topic;
import org.springframework.stereotype.Component;

/**
 * Tells the open plan boards of a county that something changed: a plan, or an order, an offer or a seat that it may be
 * about. Each board asks anew, and its query decides what the reader sees.
 */
@Component
class PlanBell implements PlanNews, OutboxListener {

    private final Live live;

    PlanBell(Live live) {
        this.live = live;
    }

    static Topic topic(CountyId county) {
        return new Topic(county, "plan");
    }

    @Override
    public void changed(CountyId county) {
        live.changed(topic(county));
    }

    @Override
    public void told(OutboxRow row) {
        var kind = row.kind();
        if (kind.startsWith("plan.")
                || kind.startsWith("order.")
                || kind.startsWith("offer.")
                || kind.startsWith("seat.")) {
            changed(row.county());
        }
    }
}
