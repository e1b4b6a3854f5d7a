package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the clock look at each county, a bounded batch at a time; whatever is left comes with the next look. */
@Component
class OrderClockJob {

    private static final Logger LOG = LoggerFactory.getLogger(OrderClockJob.class);

    private final OrderClocks clocks;
    private final Tenants tenants;

    OrderClockJob(OrderClocks clocks, Tenants tenants) {
        this.clocks = clocks;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${feiyan.clocks.every:30s}")
    void look() {
        tenants.all().forEach(this::look);
    }

    /** One county's trouble does not stop the clocks of the others. */
    private void look(CountyId county) {
        try {
            clocks.tick(county);
        } catch (RuntimeException failure) {
            LOG.error("The clocks of county {} were interrupted; they go on with the next look", county, failure);
        }
    }
}
