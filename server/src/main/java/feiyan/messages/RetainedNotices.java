package feiyan.messages;

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

/** What people were told in the app. One whose text message is still kept goes after that. */
@Component
class RetainedNotices implements Retained {

    private static final String DUE = """
            notice r
            where r.county_id = :county and r.at < :before
              and not exists (select 1 from text_message t where t.county_id = :county and t.notice_id = r.id)""";

    private final JdbcClient jdbc;

    RetainedNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "notices";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_NOTICES;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "r.at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var ids = jdbc.sql("select r.id from " + DUE + " order by r.at limit :most for update of r skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        return jdbc.sql("delete from notice where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
