package feiyan.platform;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away the keys that are over, county by county. Two instances may do it at once. */
@Component
class ReplaySweep {

    private final JdbcClient db;
    private final ObjectProvider<Tenants> tenants;
    private final InstantSource clock;

    ReplaySweep(JdbcClient db, ObjectProvider<Tenants> tenants, InstantSource clock) {
        this.db = db;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        tenants.ifAvailable(known -> known.all().forEach(this::sweep));
    }

    private void sweep(CountyId county) {
        db.sql("delete from api_replay where county_id = :county and expires_at <= :now")
                .param("county", county.value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }
}
