package feiyan.attendance;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told of a service, as long as the other words of its order. The record of who served when stays. */
@Component
class RetainedSummaries implements Retained {

    private static final String DUE = """
            service_summary s
            join order_over o on o.county_id = :county and o.order_id = s.order_id
            where s.county_id = :county and s.words is not null and o.over_at < :before""";

    private final JdbcClient jdbc;

    RetainedSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "summaries";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_WORDS;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "o.over_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var offers = jdbc.sql("select s.offer_id from " + DUE
                        + " order by o.over_at limit :most for update of s skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        return jdbc.sql("""
                update service_summary set words = null, experience = null
                where county_id = :county and offer_id = any(:offers)
                """)
                .param("county", county.value())
                .param("offers", offers.toArray(UUID[]::new))
                .update();
    }
}
