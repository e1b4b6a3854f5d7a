package feiyan.orders;

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

/** Searches that somebody kept: what one looked for may be a name. */
@Component
class RetainedSearches implements Retained {

    private static final String DUE = """
            saved_filter r
            where r.county_id = :county and r.saved_at < :before""";

    private final JdbcClient jdbc;

    RetainedSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "searches";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_SEARCHES;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "r.saved_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var ids = jdbc.sql("select r.id from " + DUE + " order by r.saved_at limit :most for update of r skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        return jdbc.sql("delete from saved_filter where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
